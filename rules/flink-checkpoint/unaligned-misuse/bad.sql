SET 'execution.checkpointing.interval' = '60s';
SET 'execution.checkpointing.mode' = 'AT_LEAST_ONCE';
-- expect: FC020
SET 'execution.checkpointing.unaligned.enabled' = 'true';

CREATE TABLE orders (id STRING) WITH ('connector' = 'datagen');
CREATE TABLE sink (id STRING) WITH ('connector' = 'print');
INSERT INTO sink SELECT id FROM orders;
