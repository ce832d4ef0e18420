CREATE TABLE orders (id STRING) WITH (
  'connector' = 'kafka',
  'topic' = 'orders',
  'properties.bootstrap.servers' = 'kafka-1.example.com:9092',
  'scan.startup.mode' = 'earliest-offset',
  -- expect: FK007
  'scan.bounded.mode' = 'group-offsets',
  'format' = 'json'
);
CREATE TABLE seen (id STRING) WITH ('connector' = 'print');
INSERT INTO seen SELECT id FROM orders;
