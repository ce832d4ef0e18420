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

CREATE TABLE order_latest (
  order_id STRING,
  amount DECIMAL(12, 2),
  PRIMARY KEY (order_id) NOT ENFORCED
) WITH (
  'connector' = 'upsert-kafka',
  'topic' = 'orders-latest',
  'properties.bootstrap.servers' = 'kafka-1.example.com:9093,kafka-2.example.com:9093',
  'key.format' = 'json',
  'value.format' = 'json'
);

CREATE TABLE customer_sums (
  window_start TIMESTAMP_LTZ(3),
  customer STRING,
  amount DECIMAL(38, 2),
  PRIMARY KEY (window_start, customer) NOT ENFORCED
) WITH (
  'connector' = 'jdbc',
  'url' = 'jdbc:postgresql://db.example.com:5432/sales',
  'table-name' = 'customer_sums'
);

-- A group and the rank of each key have the key of the sink.
INSERT INTO order_latest SELECT order_id, amount FROM (
  SELECT *, ROW_NUMBER() OVER (PARTITION BY order_id ORDER BY placed DESC) AS place FROM orders
) WHERE place = 1;

INSERT INTO customer_sums SELECT TUMBLE_START(placed, INTERVAL '1' HOUR), customer, SUM(amount)
FROM orders GROUP BY TUMBLE(placed, INTERVAL '1' HOUR), customer;

INSERT INTO order_latest SELECT order_id, MAX(amount) FROM orders GROUP BY order_id
ON CONFLICT DO DEDUPLICATE;
