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

CREATE TABLE order_search ( -- expect: FS013
  customer STRING,
  total DECIMAL(18, 2)
) WITH (
  'connector' = 'elasticsearch-8',
  'hosts' = 'https://search.example.com:9200',
  'index' = 'orders'
);

INSERT INTO order_search
SELECT customer, SUM(amount) FROM orders GROUP BY customer;
