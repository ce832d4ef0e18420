-- kcfglint-test: flink-version=2.0
SET 'execution.checkpointing.interval' = '60s';
SET 'execution.checkpointing.interval-during-backlog' = '30min';

CREATE TABLE orders (id STRING) WITH ('connector' = 'datagen');
CREATE TABLE sink (id STRING) WITH ('connector' = 'print');
INSERT INTO sink SELECT id FROM orders;
