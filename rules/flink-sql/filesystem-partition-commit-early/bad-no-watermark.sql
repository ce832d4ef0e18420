SET 'execution.checkpointing.interval' = '60s';

CREATE TABLE orders (
  order_id STRING,
  customer STRING,
  amount DECIMAL(12, 2),
  placed TIMESTAMP_LTZ(3)
) WITH (
  'connector' = 'kafka',
  'topic' = 'orders',
  'properties.bootstrap.servers' = 'kafka-1.example.com:9093,kafka-2.example.com:9093',
  'properties.group.id' = 'order-search',
  'scan.startup.mode' = 'earliest-offset',
  'format' = 'json'
);

CREATE TABLE order_search (
  order_id STRING,
  customer STRING,
  amount DECIMAL(12, 2),
  day STRING
) PARTITIONED BY (day) WITH (
  'connector' = 'filesystem',
  'path' = 's3://orders-archive/orders',
  'format' = 'parquet',
  'sink.partition-commit.trigger' = 'partition-time', -- expect: FS018
  'sink.partition-commit.delay' = '1 d',
  'sink.partition-commit.policy.kind' = 'success-file'
);

INSERT INTO order_search
SELECT order_id, customer, amount, DATE_FORMAT(placed, 'yyyy-MM-dd') FROM orders;
