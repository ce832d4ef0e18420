-- kcfglint-test: flink-version=1.20
SET 'execution.checkpointing.interval' = '60s';
-- expect: FC021
SET 'execution.checkpointing.interval-during-backlog' = '30s';

CREATE TABLE orders (id STRING) WITH ('connector' = 'datagen');
CREATE TABLE sink (id STRING) WITH ('connector' = 'print');
INSERT INTO sink SELECT id FROM orders;
