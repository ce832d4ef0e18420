SET 'execution.runtime-mode' = 'batch';
SET 'execution.checkpointing.mode' = 'AT_LEAST_ONCE';

CREATE TABLE clicks (
  user_id STRING,
  page STRING
) WITH (
  'connector' = 'filesystem',
  'path' = 's3://clickstream-archive/2026/11',
  'format' = 'parquet'
);

CREATE TABLE pages (
  page STRING,
  visits BIGINT
) WITH (
  'connector' = 'filesystem',
  'path' = 's3://clickstream-reports/2026/11',
  'format' = 'csv'
);

INSERT INTO pages SELECT page, COUNT(*) FROM clicks GROUP BY page;
