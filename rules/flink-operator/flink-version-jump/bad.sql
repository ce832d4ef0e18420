-- kcfglint-test: flink-from=1.20 flink-to=2.1
SET 'execution.checkpointing.interval' = '60s';
-- expect: FO015
SET 'execution.state-recovery.path' = 's3://orders-flink/savepoints/savepoint-4f1a2b-0c9d8e7f';
CREATE TABLE orders (id STRING, amount INT) WITH (
  'connector' = 'kafka', 'topic' = 'orders', 'properties.bootstrap.servers' = 'kafka:9092', 'properties.group.id' = 'totals',
  'scan.startup.mode' = 'group-offsets', 'properties.auto.offset.reset' = 'earliest', 'format' = 'json');
CREATE TABLE totals (id STRING, amount INT, PRIMARY KEY (id) NOT ENFORCED) WITH (
  'connector' = 'upsert-kafka', 'topic' = 'totals', 'properties.bootstrap.servers' = 'kafka:9092', 'key.format' = 'json', 'value.format' = 'json');
INSERT INTO totals SELECT id, SUM(amount) FROM orders GROUP BY id;
