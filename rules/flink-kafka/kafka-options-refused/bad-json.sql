CREATE TABLE orders (id STRING) WITH (
  'connector' = 'kafka',
  'topic' = 'orders',
  'properties.bootstrap.servers' = 'kafka-1.example.com:9092',
  'properties.group.id' = 'billing',
  'scan.startup.mode' = 'earliest-offset',
  'format' = 'json',
  -- expect: FK030
  'json.fail-on-missing-field' = 'true',
  'json.ignore-parse-errors' = 'true'
);
CREATE TABLE seen (id STRING) WITH ('connector' = 'print');
INSERT INTO seen SELECT id FROM orders;
