SET 'execution.checkpointing.interval' = '60s';

CREATE TABLE orders (
  order_id STRING,
  amount DECIMAL(12, 2)
) WITH (
  'connector' = 'kafka',
  'topic' = 'orders',
  'properties.bootstrap.servers' = 'main-kafka-bootstrap:9092',
  'properties.group.id' = 'order-totals',
  'scan.startup.mode' = 'earliest-offset',
  'format' = 'json'
);

CREATE TABLE orders_clean (
  order_id STRING,
  amount DECIMAL(12, 2)
) WITH (
  'connector' = 'kafka',
  'topic' = 'orders-clean',
  'properties.bootstrap.servers' = 'main-kafka-bootstrap:9092',
  'sink.delivery-guarantee' = 'exactly-once',
  'sink.transactional-id-prefix' = 'orders-clean',
  'format' = 'json'
);

INSERT INTO orders_clean
SELECT order_id, amount FROM orders WHERE amount > 0;
