SET 'execution.runtime-mode' = 'batch';
SET 'restart-strategy.type' = 'none';

CREATE TABLE postings (
  account STRING,
  amount DECIMAL(18, 2)
) WITH (
  'connector' = 'filesystem',
  'path' = 's3://ledger-archive/2026/11',
  'format' = 'parquet'
);

CREATE TABLE balances (
  account STRING,
  balance DECIMAL(18, 2)
) WITH (
  'connector' = 'filesystem',
  'path' = 's3://ledger-reports/2026/11',
  'format' = 'csv'
);

INSERT INTO balances SELECT account, SUM(amount) FROM postings GROUP BY account;
