-- expect: FC025
SET 'execution.checkpointing.intervall' = '60s';
SET 'table.exec.state.ttl' = '1 d';

CREATE TABLE orders (id STRING) WITH ('connector' = 'datagen');
CREATE TABLE sink (id STRING) WITH ('connector' = 'print');
INSERT INTO sink SELECT id FROM orders;
