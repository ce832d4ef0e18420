SET 'execution.checkpointing.interval' = '60s';

CREATE TABLE payments (
  payment_id STRING,
  amount DECIMAL(12, 2)
) WITH (
  'connector' = 'kafka',
  'topic' = 'payments',
  'properties.bootstrap.servers' = 'kafka-eu-1.example.com:9093',
  'properties.group.id' = 'payments-checked',
  'scan.startup.mode' = 'earliest-offset',
  'format' = 'json'
);

CREATE TABLE payments_checked (
  payment_id STRING,
  amount DECIMAL(12, 2)
) WITH (
  'connector' = 'kafka',
  'topic' = 'payments-checked',
  'properties.bootstrap.servers' = 'kafka-eu-1.example.com:9093',
  'sink.delivery-guarantee' = 'exactly-once',
  'sink.transactional-id-prefix' = 'payments-checked',
  'properties.transaction.timeout.ms' = '3600000',
  'format' = 'json'
);

INSERT INTO payments_checked SELECT payment_id, amount FROM payments;
