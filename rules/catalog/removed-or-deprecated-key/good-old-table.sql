-- kcfglint-test: flink-version=1.13
-- Before 1.15 the options are not known one by one.
CREATE TABLE currency (name STRING, rate DOUBLE) WITH (
  'connector' = 'jdbc',
  'url' = 'jdbc:mysql://db.example:3306/rates',
  'table-name' = 'currency',
  'lookup.cache.max-rows' = '500',
  'lookup.cache.ttl' = '3s'
);
CREATE TABLE orders (id STRING) WITH (
  'connector' = 'kafka',
  'topic' = 'orders',
  'properties.bootstrap.servers' = 'kafka:9092',
  'properties.group.id' = 'orders',
  'scan.startup.mode' = 'earliest-offset',
  'format' = 'avro-confluent',
  'avro-confluent.schema-registry.url' = 'http://registry:8081'
);
