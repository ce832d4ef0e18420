-- A format of the user's own takes options that nobody else knows, and a registry's client what it likes.
CREATE TABLE orders (id STRING) WITH (
  'connector' = 'kafka',
  'topic' = 'orders',
  'properties.bootstrap.servers' = 'kafka-1.example.com:9092',
  'properties.group.id' = 'billing',
  'scan.startup.mode' = 'earliest-offset',
  'scan.watermark.idle-timeout' = '1 min',
  'key.format' = 'acme-proto',
  'key.fields' = 'id',
  'key.acme-proto.schema' = 'orders',
  'value.format' = 'avro-confluent',
  'value.avro-confluent.url' = 'https://registry.example.com',
  'value.avro-confluent.properties.bearer.auth.token' = '${TOKEN}'
);
CREATE TABLE seen (id STRING) WITH ('connector' = 'print');
INSERT INTO seen SELECT id FROM orders;
