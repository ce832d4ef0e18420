-- kcfglint-test: flink-version=1.20
SET 'execution.checkpointing.interval' = '60s';

CREATE TABLE orders (order_id STRING) WITH ('connector' = 'datagen', 'number-of-rows' = '1000');

CREATE TABLE archive (order_id STRING) WITH (
  'connector' = 'filesystem',
  'path' = 's3://ledger-archive/orders',
  'format' = 'parquet'
);

INSERT INTO archive SELECT order_id FROM orders;
