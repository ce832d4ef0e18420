SET 'execution.checkpointing.interval' = '60s';
SET 'execution.checkpointing.unaligned.enabled' = 'true';
SET 'execution.checkpointing.max-concurrent-checkpoints' = '1';

CREATE TABLE orders (id STRING) WITH ('connector' = 'datagen');
CREATE TABLE sink (id STRING) WITH ('connector' = 'print');
INSERT INTO sink SELECT id FROM orders;
