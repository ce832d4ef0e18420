-- kcfglint-test: flink-version=1.18 kafka-connector-version=3.0
SET 'execution.checkpointing.interval' = '60s';

CREATE TABLE orders (order_id STRING, amount DECIMAL(12, 2)) WITH (
  'connector' = 'kafka',
  -- expect: FK024
  'topic' = 'orders',
  'properties.bootstrap.servers' = 'kafka-1.example.com:9093,kafka-2.example.com:9093',
  'properties.group.id' = 'orders-totals',
  'scan.startup.mode' = 'earliest-offset',
  'format' = 'json'
);

CREATE TABLE totals (order_id STRING, amount DECIMAL(12, 2)) WITH ('connector' = 'print');

INSERT INTO totals SELECT order_id, amount FROM orders;
