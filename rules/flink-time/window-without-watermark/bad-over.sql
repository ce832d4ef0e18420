-- kcfglint-test: flink-version=1.20
SET 'execution.checkpointing.interval' = '60s';
CREATE TABLE orders (id STRING, currency STRING, amount BIGINT, ts TIMESTAMP(3)) WITH (
  'connector' = 'kafka', 'topic' = 'orders', 'properties.bootstrap.servers' = 'kafka-1.example.com:9092',
  'properties.group.id' = 'joins', 'scan.startup.mode' = 'earliest-offset', 'format' = 'json'
);
CREATE TABLE payments (id STRING, amount BIGINT, ts TIMESTAMP(3)) WITH (
  'connector' = 'kafka', 'topic' = 'payments', 'properties.bootstrap.servers' = 'kafka-1.example.com:9092',
  'properties.group.id' = 'joins', 'scan.startup.mode' = 'earliest-offset', 'format' = 'json'
);
CREATE TABLE totals (id STRING, amount BIGINT) WITH (
  'connector' = 'kafka', 'topic' = 'totals', 'properties.bootstrap.servers' = 'kafka-1.example.com:9092',
  'format' = 'json'
);
INSERT INTO totals
SELECT id, SUM(amount) OVER (
  PARTITION BY currency
  -- expect: FW001
  ORDER BY ts RANGE BETWEEN INTERVAL '1' HOUR PRECEDING AND CURRENT ROW)
FROM orders;
INSERT INTO totals
SELECT id, COUNT(*) OVER (PARTITION BY id ORDER BY payments.ts) FROM payments; -- expect: FW001
