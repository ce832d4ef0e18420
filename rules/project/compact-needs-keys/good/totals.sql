CREATE TABLE orders (
  customer_id STRING,
  amount DECIMAL(12, 2)
) WITH (
  'connector' = 'kafka',
  'topic' = 'orders',
  'properties.bootstrap.servers' = 'main-kafka-bootstrap:9092',
  'properties.group.id' = 'totals',
  'scan.startup.mode' = 'earliest-offset',
  'format' = 'json'
);

CREATE TABLE totals (
  customer_id STRING,
  amount DECIMAL(12, 2)
) WITH (
  'connector' = 'kafka',
  'topic' = 'totals',
  'properties.bootstrap.servers' = 'main-kafka-bootstrap:9092',
  'key.format' = 'json',
  'key.fields' = 'customer_id',
  'value.format' = 'json'
);

INSERT INTO totals SELECT customer_id, amount FROM orders;
