-- kcfglint-test: flink-version=2.1
SET 'execution.checkpointing.interval' = '60s';
CREATE TABLE orders (id STRING, currency STRING, amount BIGINT, ts TIMESTAMP(3)) WITH (
  'connector' = 'kafka', 'topic' = 'orders', 'properties.bootstrap.servers' = 'kafka-1.example.com:9092',
  'properties.group.id' = 'joins', 'scan.startup.mode' = 'earliest-offset', 'format' = 'json'
);
CREATE TABLE totals (id STRING, amount BIGINT) WITH (
  'connector' = 'kafka', 'topic' = 'totals', 'properties.bootstrap.servers' = 'kafka-1.example.com:9092',
  'format' = 'json'
);
-- From the first row on, Flink 2.1 takes any column.
INSERT INTO totals
SELECT id, SUM(amount) OVER (PARTITION BY currency ORDER BY ts) FROM orders;
