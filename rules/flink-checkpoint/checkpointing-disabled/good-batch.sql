SET 'execution.runtime-mode' = 'batch';

CREATE TABLE orders (
  order_id STRING,
  amount DECIMAL(12, 2)
) WITH (
  'connector' = 'filesystem',
  'path' = 's3://orders-archive/2026/11',
  'format' = 'parquet'
);

CREATE TABLE daily_totals (
  total DECIMAL(18, 2)
) WITH (
  'connector' = 'filesystem',
  'path' = 's3://orders-reports/2026/11',
  'format' = 'csv'
);

INSERT INTO daily_totals SELECT SUM(amount) FROM orders;
