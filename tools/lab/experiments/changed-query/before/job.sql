CREATE TABLE orders (
  id INT,
  customer STRING
) WITH (
  'connector' = 'kafka',
  'topic' = 'orders',
  'properties.bootstrap.servers' = 'kafka-1:9092,kafka-2:9092,kafka-3:9092',
  'properties.group.id' = 'billing',
  'scan.startup.mode' = 'group-offsets',
  'properties.auto.offset.reset' = 'earliest',
  'format' = 'json'
);

CREATE TABLE totals (
  customer STRING,
  orders BIGINT,
  PRIMARY KEY (customer) NOT ENFORCED
) WITH (
  'connector' = 'upsert-kafka',
  'topic' = 'totals',
  'properties.bootstrap.servers' = 'kafka-1:9092,kafka-2:9092,kafka-3:9092',
  'sink.delivery-guarantee' = 'at-least-once',
  'key.format' = 'json',
  'value.format' = 'json'
);

INSERT INTO totals SELECT customer, COUNT(*) FROM orders GROUP BY customer;
