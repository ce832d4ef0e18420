CREATE TABLE orders (
  order_id STRING,
  amount DOUBLE
) WITH (
  'connector.type' = 'kafka',
  'connector.version' = 'universal',
  'connector.topic' = 'orders',
  'connector.properties.bootstrap.servers' = 'kafka-1.example.com:9092',
  'connector.properties.group.id' = 'order-totals',
  'connector.startup-mode' = 'latest-offset', -- expect: FK001
  'format.type' = 'json'
);
