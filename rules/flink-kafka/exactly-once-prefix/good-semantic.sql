CREATE TABLE totals (order_id STRING, amount DECIMAL(12, 2)) WITH (
  'connector' = 'kafka',
  'topic' = 'totals',
  'properties.bootstrap.servers' = 'kafka-1.example.com:9093,kafka-2.example.com:9093',
  'properties.transaction.timeout.ms' = '900000',
  'sink.semantic' = 'exactly-once',
  'format' = 'json'
);
CREATE TABLE orders (order_id STRING, amount DECIMAL(12, 2)) WITH ('connector' = 'datagen');
INSERT INTO totals SELECT order_id, amount FROM orders;
