CREATE TABLE order_totals (
  customer_id BIGINT,
  total DECIMAL(12, 2)
) WITH (
  'connector' = 'kafka',
  'topic' = 'order-totals',
  'properties.bootstrap.servers' = 'kafka-1.example.com:9092',
  -- expect: KP002
  'properties.acks' = '1',
  'format' = 'json'
);

INSERT INTO order_totals SELECT customer_id, amount FROM orders;
