CREATE TABLE clean (id STRING, name STRING) WITH (
  'connector' = 'kafka',
  'topic' = 'clean',
  'properties.bootstrap.servers' = 'kafka-1.example.com:9092',
  'key.format' = 'json',
  'key.fields' = 'id',
  'value.format' = 'json',
  -- expect: FK030
  'sink.partitioner' = 'round-robin'
);
INSERT INTO clean SELECT 'a', 'b';
