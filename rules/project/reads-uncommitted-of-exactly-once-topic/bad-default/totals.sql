SET 'execution.checkpointing.interval' = '60s';

-- expect: FK019
CREATE TABLE payments_checked (
  payment_id STRING,
  amount DECIMAL(12, 2)
) WITH (
  'connector' = 'kafka',
  'topic' = 'payments-checked',
  'properties.bootstrap.servers' = 'kafka-eu-1.example.com:9093',
  'properties.group.id' = 'payment-totals',
  'scan.startup.mode' = 'earliest-offset',
  'format' = 'json'
);

CREATE TABLE payment_totals (
  payment_id STRING,
  amount DECIMAL(12, 2)
) WITH (
  'connector' = 'kafka',
  'topic' = 'payment-totals',
  'properties.bootstrap.servers' = 'kafka-eu-1.example.com:9093',
  'properties.transaction.timeout.ms' = '3600000',
  'format' = 'json'
);

INSERT INTO payment_totals SELECT payment_id, amount FROM payments_checked;
