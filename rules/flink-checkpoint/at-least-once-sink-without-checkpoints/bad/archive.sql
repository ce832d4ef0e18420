CREATE TABLE payments (
  payment_id STRING,
  amount DECIMAL(12, 2)
) WITH (
  'connector' = 'kafka',
  'topic' = 'payments',
  'properties.bootstrap.servers' = 'kafka-1.example.com:9093',
  'properties.group.id' = 'payments-archive',
  'scan.startup.mode' = 'earliest-offset',
  'format' = 'json'
);

CREATE TABLE payments_archive (
  payment_id STRING,
  amount DECIMAL(12, 2)
) WITH (
  'connector' = 'filesystem', -- expect: FC002
  'path' = 's3://payments-archive/raw',
  'format' = 'parquet'
);

INSERT INTO payments_archive SELECT payment_id, amount FROM payments;
