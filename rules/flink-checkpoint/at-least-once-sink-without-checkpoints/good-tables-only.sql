CREATE TABLE payments_audit (
  payment_id STRING,
  amount DECIMAL(12, 2)
) WITH (
  'connector' = 'kafka',
  'topic' = 'payments-audit',
  'properties.bootstrap.servers' = 'kafka-1.example.com:9093',
  'sink.delivery-guarantee' = 'at-least-once',
  'format' = 'json'
);
