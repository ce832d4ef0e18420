SET 'execution.checkpointing.interval' = '60s';

CREATE TABLE accounts (
  account STRING,
  balance DECIMAL(18, 2)
) WITH (
  'connector' = 'kafka',
  'topic' = 'bank.public.accounts',
  'properties.bootstrap.servers' = 'kafka-1.example.com:9093,kafka-2.example.com:9093',
  'properties.group.id' = 'balances',
  'scan.startup.mode' = 'earliest-offset',
  'format' = 'canal-json',
  'canal-json.database.include' = 'bank', -- expect: FS004
  'canal-json.table.include' = 'accounts' -- expect: FS004
);

CREATE TABLE balances (
  account STRING,
  balance DECIMAL(18, 2),
  PRIMARY KEY (account) NOT ENFORCED
) WITH (
  'connector' = 'upsert-kafka',
  'topic' = 'balances',
  'properties.bootstrap.servers' = 'kafka-1.example.com:9093,kafka-2.example.com:9093',
  'key.format' = 'json',
  'value.format' = 'json'
);

INSERT INTO balances SELECT account, SUM(balance) FROM accounts GROUP BY account;
