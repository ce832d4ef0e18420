CREATE TABLE orders (
  order_id STRING,
  customer_id STRING,
  amount DECIMAL(12, 2)
) WITH (
  'connector' = 'kafka',
  'topic' = 'orders',
  'properties.bootstrap.servers' = 'kafka-1.example.com:9093,kafka-2.example.com:9093',
  'properties.group.id' = 'order-totals',
  'scan.startup.mode' = 'earliest-offset',
  'key.format' = 'raw',
  'key.fields' = 'order_id',
  'value.format' = 'json',
  'value.json.ignore-parse-errors' = 'true' -- expect: FS001
);
