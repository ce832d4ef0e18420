CREATE TABLE invoices (
  invoice STRING,
  amount DECIMAL(12, 2)
) WITH (
  'connector' = 'kafka',
  'topic' = 'invoices',
  'properties.bootstrap.servers' = 'kafka-1.example.com:9093,kafka-2.example.com:9093',
  'properties.group.id' = 'billing',
  'scan.startup.mode' = 'earliest-offset',
  'key.format' = 'csv',
  'key.fields' = 'invoice',
  'key.csv.ignore-parse-errors' = 'true', -- expect: FS003
  'value.format' = 'json'
);
