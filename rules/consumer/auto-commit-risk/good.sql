CREATE TABLE orders (
  order_id BIGINT,
  amount DECIMAL(12, 2)
) WITH (
  'connector' = 'kafka',
  'topic' = 'orders',
  'properties.bootstrap.servers' = 'kafka-1.example.com:9092',
  'properties.group.id' = 'order-totals',
  'properties.enable.auto.commit' = 'true',
  'scan.startup.mode' = 'group-offsets',
  'format' = 'json'
);

INSERT INTO order_totals SELECT order_id, amount FROM orders;
