CREATE TABLE orders (id STRING) WITH (
  'connector' = 'kafka',
  'topic' = 'orders',
  'properties.bootstrap.servers' = 'kafka-1.example.com:9092',
  'properties.group.id' = 'orders',
  'scan.startup.mode' = 'earliest-offset',
  'format' = 'json'
);
CREATE TABLE clean (id STRING) WITH (
  'connector' = 'kafka',
  'topic' = 'clean',
  'properties.bootstrap.servers' = 'kafka-1.example.com:9092',
  -- expect: FC002
  'sink.delivery-guarantee' = 'exactly-once',
  'sink.transactional-id-prefix' = 'clean',
  'properties.transaction.timeout.ms' = '900000',
  'format' = 'json'
);
SET 'execution.checkpointing.interval' = '10 s';
INSERT INTO clean SELECT id FROM orders;
-- the second job runs without checkpoints
RESET 'execution.checkpointing.interval';
INSERT INTO clean SELECT id FROM orders WHERE id IS NOT NULL;
