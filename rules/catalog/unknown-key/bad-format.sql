-- kcfglint-test: flink-version=1.20 kafka-connector-version=3.4
CREATE TABLE orders (id STRING) WITH (
  'connector' = 'kafka',
  'topic' = 'orders',
  'properties.bootstrap.servers' = 'kafka-1.example.com:9092',
  'properties.group.id' = 'billing',
  'scan.startup.mode' = 'earliest-offset',
  'value.format' = 'csv',
  'value.csv.field-delimiter' = ';',
  -- expect: KM001
  'value.json.fail-on-missing-field' = 'true',
  -- expect: KM001
  'csv.null-literal' = 'n/a'
);
CREATE TABLE seen (id STRING) WITH ('connector' = 'print');
INSERT INTO seen SELECT id FROM orders;
