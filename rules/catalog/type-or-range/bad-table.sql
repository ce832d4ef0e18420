CREATE TABLE orders (
  id STRING
) WITH (
  'connector' = 'kafka',
  'topic' = 'orders',
  'properties.bootstrap.servers' = 'kafka-1.example.com:9092',
  -- expect: KM006
  'json.ignore-parse-errors' = 'maybe',
  -- expect: KM006
  'properties.max.poll.records' = 'many',
  'format' = 'json'
);
