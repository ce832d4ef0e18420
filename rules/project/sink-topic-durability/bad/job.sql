SET 'execution.checkpointing.interval' = '60s';

CREATE TABLE orders (order_id STRING, amount DECIMAL(12, 2)) WITH (
  'connector' = 'datagen'
);

CREATE TABLE totals (order_id STRING, amount DECIMAL(12, 2)) WITH (
  'connector' = 'kafka',
  -- expect: FK022
  'topic' = 'totals',
  'properties.bootstrap.servers' = 'shop-kafka-bootstrap:9092',
  'format' = 'json'
);

INSERT INTO totals SELECT order_id, amount FROM orders;
