SET 'execution.checkpointing.interval' = '1 min';

CREATE TABLE payments (
  payment_id STRING,
  amount DECIMAL(12, 2)
) WITH (
  'connector' = 'kafka',
  'topic' = 'payments',
  'properties.bootstrap.servers' = 'kafka-1.example.com:9093',
  'properties.group.id' = 'payments-audit',
  'scan.startup.mode' = 'earliest-offset',
  'format' = 'json'
);

CREATE TABLE payments_audit (
  payment_id STRING,
  amount DECIMAL(12, 2)
) WITH (
  'connector' = 'kafka',
  'topic' = 'payments-audit',
  'properties.bootstrap.servers' = 'kafka-1.example.com:9093',
  'format' = 'json'
);

INSERT INTO payments_audit SELECT payment_id, amount FROM payments;
