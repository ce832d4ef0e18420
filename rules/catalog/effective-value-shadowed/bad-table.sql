CREATE TABLE clean (id STRING) WITH (
  'connector' = 'kafka',
  'topic' = 'clean',
  'properties.bootstrap.servers' = 'kafka-1.example.com:9092',
  'sink.delivery-guarantee' = 'EXACTLY_ONCE',
  -- expect: KM009
  'sink.semantic' = 'at-least-once',
  'format' = 'json'
);
INSERT INTO clean SELECT 'a';
