-- On the cluster of flink-conf.yaml, which is what is reported.
SET 'pipeline.name' = 'orders to warehouse';

CREATE TABLE orders (
  order_id STRING,
  amount DECIMAL(12, 2)
) WITH (
  'connector' = 'kafka',
  'topic' = 'orders',
  'properties.bootstrap.servers' = 'kafka-1.example.com:9093',
  'properties.group.id' = 'orders-to-warehouse',
  'scan.startup.mode' = 'earliest-offset',
  'format' = 'avro-confluent'
);

CREATE TABLE orders_clean (
  order_id STRING,
  amount DECIMAL(12, 2)
) WITH (
  'connector' = 'kafka',
  'topic' = 'orders-clean',
  'properties.bootstrap.servers' = 'kafka-1.example.com:9093',
  'format' = 'avro-confluent'
);

INSERT INTO orders_clean SELECT order_id, amount FROM orders WHERE amount > 0;
