SET 'execution.checkpointing.interval' = '60s';

CREATE TABLE orders (order_id STRING, amount DECIMAL(12, 2)) WITH (
  'connector' = 'kafka',
  'topic' = 'orders',
  'properties.bootstrap.servers' = 'kafka-1.example.com:9093,kafka-2.example.com:9093',
  'properties.group.id' = 'orders-totals',
  'scan.startup.mode' = 'timestamp',
  'scan.startup.timestamp-millis' = '${REPLAY_FROM}',
  'format' = 'json'
);

CREATE TABLE totals (order_id STRING, amount DECIMAL(12, 2)) WITH ('connector' = 'print');

INSERT INTO totals SELECT order_id, amount FROM orders;
