-- Each change is passed on; what comes twice overwrites itself.
SET 'execution.checkpointing.interval' = '60s';

CREATE TABLE accounts (
  account STRING,
  branch STRING,
  balance DECIMAL(18, 2),
  PRIMARY KEY (account) NOT ENFORCED
) WITH (
  'connector' = 'kafka',
  'topic' = 'bank.public.accounts',
  'properties.bootstrap.servers' = 'kafka-1.example.com:9093,kafka-2.example.com:9093',
  'properties.group.id' = 'balances',
  'scan.startup.mode' = 'earliest-offset',
  'format' = 'debezium-json'
);

CREATE TABLE balances (
  branch STRING,
  balance DECIMAL(18, 2),
  PRIMARY KEY (branch) NOT ENFORCED
) WITH (
  'connector' = 'upsert-kafka',
  'topic' = 'balances',
  'properties.bootstrap.servers' = 'kafka-1.example.com:9093,kafka-2.example.com:9093',
  'key.format' = 'json',
  'value.format' = 'json'
);

INSERT INTO balances
SELECT account, balance FROM accounts;
