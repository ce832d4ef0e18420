-- Nothing is parsed where a table is only written to.
SET 'execution.checkpointing.interval' = '60s';

CREATE TABLE orders (
  order_id STRING,
  customer_id STRING,
  amount DECIMAL(12, 2)
) WITH (
  'connector' = 'kafka',
  'topic' = 'orders',
  'properties.bootstrap.servers' = 'kafka-1.example.com:9093,kafka-2.example.com:9093',
  'properties.group.id' = 'order-totals',
  'scan.startup.mode' = 'earliest-offset',
  'format' = 'json'
);

CREATE TABLE order_changes (
  order_id STRING,
  customer_id STRING,
  amount DECIMAL(12, 2)
) WITH (
  'connector' = 'kafka',
  'topic' = 'order-changes',
  'properties.bootstrap.servers' = 'kafka-1.example.com:9093,kafka-2.example.com:9093',
  'format' = 'debezium-json',
  'debezium-json.ignore-parse-errors' = 'true'
);

INSERT INTO order_changes SELECT order_id, customer_id, amount FROM orders;
