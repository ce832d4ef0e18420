SET 'execution.checkpointing.interval' = '60s';

CREATE TABLE invoices (
  invoice STRING,
  amount DECIMAL(12, 2)
) WITH (
  'connector' = 'filesystem',
  'path' = 's3://billing-inbox/invoices',
  'source.monitor-interval' = '60 s',
  'format' = 'csv',
  'csv.ignore-parse-errors' = 'false'
);

CREATE TABLE invoices_checked (
  invoice STRING,
  amount DECIMAL(12, 2)
) WITH (
  'connector' = 'kafka',
  'topic' = 'invoices-checked',
  'properties.bootstrap.servers' = 'kafka-1.example.com:9093,kafka-2.example.com:9093',
  'format' = 'json'
);

INSERT INTO invoices_checked SELECT invoice, amount FROM invoices;
