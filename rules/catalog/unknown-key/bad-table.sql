CREATE TABLE orders (
  id STRING
) WITH (
  'connector' = 'kafka',
  'topic' = 'orders',
  -- expect: KM001
  'bootstrap.servers' = 'kafka-1.example.com:9092',
  -- expect: KM001
  'scan.start-up.mode' = 'earliest-offset',
  -- expect: KM001
  'properties.isolation.levl' = 'read_committed',
  'format' = 'json'
);
