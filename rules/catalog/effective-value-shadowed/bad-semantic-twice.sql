-- kcfglint-test: kafka-connector-version=3.4
CREATE TABLE clean (id STRING) WITH (
  'connector' = 'kafka',
  'topic' = 'clean',
  'properties.bootstrap.servers' = 'kafka-1.example.com:9092',
  'sink.delivery-guarantee' = 'exactly-once',
  -- expect: KM009
  'sink.semantic' = 'exactly-once',
  'format' = 'json'
);
INSERT INTO clean SELECT 'a';
