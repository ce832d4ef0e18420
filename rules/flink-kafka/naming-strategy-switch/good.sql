-- kcfglint-test: flink-version=2.0
SET 'execution.checkpointing.interval' = '60s';

CREATE TABLE orders (order_id STRING, amount DECIMAL(12, 2)) WITH ('connector' = 'datagen');

CREATE TABLE orders_clean (order_id STRING, amount DECIMAL(12, 2)) WITH (
  'connector' = 'kafka',
  'topic' = 'orders-clean',
  'properties.bootstrap.servers' = 'kafka-1.example.com:9093,kafka-2.example.com:9093',
  'sink.delivery-guarantee' = 'exactly-once',
  'sink.transactional-id-prefix' = 'orders-clean',
  'properties.transaction.timeout.ms' = '3600000',
  'sink.transaction-naming-strategy' = 'INCREMENTING',
  'format' = 'json'
);

INSERT INTO orders_clean SELECT order_id, amount FROM orders;
