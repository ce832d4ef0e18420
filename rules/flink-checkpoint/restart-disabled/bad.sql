SET 'execution.checkpointing.interval' = '60s';
-- expect: FC012
SET 'restart-strategy.type' = 'none';

CREATE TABLE postings (
  account STRING,
  amount DECIMAL(18, 2)
) WITH (
  'connector' = 'kafka',
  'topic' = 'postings',
  'properties.bootstrap.servers' = 'kafka-1.example.com:9093',
  'properties.group.id' = 'balances',
  'scan.startup.mode' = 'earliest-offset',
  'format' = 'json'
);

CREATE TABLE balances (
  account STRING,
  balance DECIMAL(18, 2),
  PRIMARY KEY (account) NOT ENFORCED
) WITH (
  'connector' = 'upsert-kafka',
  'topic' = 'balances',
  'properties.bootstrap.servers' = 'kafka-1.example.com:9093',
  'key.format' = 'json',
  'value.format' = 'json'
);

INSERT INTO balances SELECT account, SUM(amount) FROM postings GROUP BY account;
