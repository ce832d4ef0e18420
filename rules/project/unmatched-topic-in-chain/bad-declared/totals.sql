SET 'execution.checkpointing.interval' = '60s';

CREATE TABLE orders (order_id STRING, amount DECIMAL(12, 2)) WITH (
  'connector' = 'kafka',
  'topic' = 'orders',
  'properties.bootstrap.servers' = 'shop-kafka-bootstrap:9092',
  'properties.group.id' = 'orders-totals',
  'scan.startup.mode' = 'group-offsets',
  'properties.auto.offset.reset' = 'earliest',
  'format' = 'json'
);

CREATE TABLE totals (order_id STRING, amount DECIMAL(12, 2)) WITH (
  'connector' = 'kafka',
  -- expect: FK020
  'topic' = 'order_totals',
  'properties.bootstrap.servers' = 'shop-kafka-bootstrap:9092',
  'format' = 'json'
);

INSERT INTO totals SELECT order_id, amount FROM orders;
