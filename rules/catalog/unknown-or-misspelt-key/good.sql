SET 'execution.checkpointing.interval' = '60s';
SET 'orders.start-date' = '2024-01-01';

CREATE TABLE orders (id STRING) WITH ('connector' = 'datagen');
CREATE TABLE sink (id STRING) WITH ('connector' = 'print');
INSERT INTO sink SELECT id FROM orders;
