-- Whether this table is read is not in view.
CREATE TABLE orders_clean (
  order_id STRING,
  customer_id STRING,
  amount DECIMAL(12, 2)
) WITH (
  'connector' = 'kafka',
  'topic' = 'orders-clean',
  'properties.bootstrap.servers' = 'kafka-1.example.com:9093,kafka-2.example.com:9093',
  'format' = 'json'
);
