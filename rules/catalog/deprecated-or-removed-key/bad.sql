-- kcfglint-test: flink-version=1.17
-- expect: FC026
SET 'execution.checkpointing.dir' = 's3://flink/checkpoints';

CREATE TABLE orders (id STRING) WITH ('connector' = 'datagen');
CREATE TABLE sink (id STRING) WITH ('connector' = 'print');
INSERT INTO sink SELECT id FROM orders;
