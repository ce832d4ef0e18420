SET 'execution.checkpointing.interval' = '60s';

CREATE TABLE orders (order_id STRING, amount DECIMAL(12, 2)) WITH (
  'connector' = 'kafka',
  -- expect: FK020
  'topic' = 'order-totals',
  'properties.bootstrap.servers' = 'shop-kafka-bootstrap:9092',
  'properties.group.id' = 'alerts',
  'scan.startup.mode' = 'group-offsets',
  'properties.auto.offset.reset' = 'earliest',
  'format' = 'json'
);

CREATE TABLE totals (order_id STRING, amount DECIMAL(12, 2)) WITH (
  'connector' = 'print'
);

INSERT INTO totals SELECT order_id, amount FROM orders;
