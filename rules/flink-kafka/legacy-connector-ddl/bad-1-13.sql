-- kcfglint-test: flink-version=1.13
CREATE TABLE orders (order_id STRING, amount DECIMAL(12, 2)) WITH (
  -- expect: FK028
  'connector.type' = 'kafka',
  'connector.version' = 'universal',
  'connector.topic' = 'orders',
  'connector.properties.bootstrap.servers' = 'kafka-1.example.com:9093',
  'format.type' = 'json'
);
