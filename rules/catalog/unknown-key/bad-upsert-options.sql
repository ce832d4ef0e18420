CREATE TABLE totals (order_id STRING, amount DECIMAL(12, 2), PRIMARY KEY (order_id) NOT ENFORCED) WITH (
  'connector' = 'upsert-kafka',
  'topic' = 'totals',
  'properties.bootstrap.servers' = 'kafka-1.example.com:9093,kafka-2.example.com:9093',
  'key.format' = 'json',
  'value.format' = 'json',
  -- expect: KM001
  'key.fields' = 'order_id',
  -- expect: KM001
  'scan.startup.mode' = 'earliest-offset'
);
CREATE TABLE seen (order_id STRING, amount DECIMAL(12, 2)) WITH ('connector' = 'print');
INSERT INTO seen SELECT order_id, amount FROM totals;
