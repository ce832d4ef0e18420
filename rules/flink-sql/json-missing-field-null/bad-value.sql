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
  'value.format' = 'json',
  'value.json.fail-on-missing-field' = 'false' -- expect: FS002
);

CREATE TABLE order_search (
  order_id STRING,
  customer STRING,
  amount DECIMAL(12, 2)
) WITH (
  'connector' = 'print'
);

INSERT INTO order_search
SELECT order_id, customer, amount FROM orders;
