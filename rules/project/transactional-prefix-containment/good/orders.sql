SET 'execution.checkpointing.interval' = '60s';

CREATE TABLE orders (order_id STRING, amount DECIMAL(12, 2)) WITH (
  'connector' = 'datagen'
);

CREATE TABLE totals (order_id STRING, amount DECIMAL(12, 2)) WITH (
  'connector' = 'kafka',
  'topic' = 'totals',
  'properties.bootstrap.servers' = 'shop-kafka-bootstrap:9092',
  'sink.delivery-guarantee' = 'exactly-once',
  'sink.transactional-id-prefix' = 'totals',
  'properties.transaction.timeout.ms' = '3600000',
  'format' = 'json'
);

INSERT INTO totals SELECT order_id, amount FROM orders;
