-- kcfglint-test: flink-version=2.3
SET 'execution.checkpointing.interval' = '60s';

CREATE TABLE orders (
  order_id STRING,
  customer STRING,
  amount DECIMAL(12, 2),
  placed TIMESTAMP_LTZ(3),
  WATERMARK FOR placed AS placed - INTERVAL '10' SECOND
) WITH (
  'connector' = 'kafka',
  'topic' = 'orders',
  'properties.bootstrap.servers' = 'kafka-1.example.com:9093,kafka-2.example.com:9093',
  'properties.group.id' = 'order-search',
  'scan.startup.mode' = 'earliest-offset',
  'format' = 'json'
);

CREATE TABLE customer_sums (
  window_start TIMESTAMP_LTZ(3),
  customer STRING,
  amount DECIMAL(38, 2),
  PRIMARY KEY (window_start, customer) NOT ENFORCED
) WITH (
  'connector' = 'elasticsearch-7',
  'hosts' = 'https://search.example.com:9200',
  'index' = 'customer-sums'
);

INSERT INTO customer_sums SELECT window_start, customer, SUM(amount)
FROM TABLE(TUMBLE(TABLE orders, DESCRIPTOR(placed), INTERVAL '1' HOUR)) GROUP BY window_start, window_end, customer;
