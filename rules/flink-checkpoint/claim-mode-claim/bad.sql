SET 'execution.checkpointing.interval' = '60s';
SET 'execution.savepoint.path' = 's3://ledger-flink/backup/savepoint-4a1f2c';
-- expect: FC016
SET 'execution.savepoint-restore-mode' = 'CLAIM';

CREATE TABLE orders (order_id STRING, amount DECIMAL(12, 2)) WITH (
  'connector' = 'kafka',
  'topic' = 'orders',
  'properties.bootstrap.servers' = 'kafka-1.example.com:9093,kafka-2.example.com:9093',
  'properties.group.id' = 'orders-clean',
  'scan.startup.mode' = 'earliest-offset',
  'format' = 'json'
);

CREATE TABLE orders_clean (order_id STRING, amount DECIMAL(12, 2)) WITH (
  'connector' = 'kafka',
  'topic' = 'orders-clean',
  'properties.bootstrap.servers' = 'kafka-1.example.com:9093,kafka-2.example.com:9093',
  'format' = 'json'
);

INSERT INTO orders_clean SELECT order_id, amount FROM orders;
