SET 'execution.checkpointing.interval' = '60s';
SET 'table.exec.async-lookup.output-mode' = 'ORDERED';

CREATE TABLE orders (
  order_id STRING,
  amount DECIMAL(12, 2),
  tags MAP<STRING, STRING>
) WITH (
  'connector' = 'kafka',
  'topic' = 'orders',
  'properties.bootstrap.servers' = 'kafka-1.example.com:9093,kafka-2.example.com:9093',
  'properties.group.id' = 'order-copy',
  'scan.startup.mode' = 'earliest-offset',
  'format' = 'json'
);

CREATE TABLE orders_checked (
  order_id STRING NOT NULL,
  amount DECIMAL(12, 2) NOT NULL
) WITH (
  'connector' = 'kafka',
  'topic' = 'orders-checked',
  'properties.bootstrap.servers' = 'kafka-1.example.com:9093,kafka-2.example.com:9093',
  'format' = 'json'
);

INSERT INTO orders_checked SELECT order_id, amount FROM orders;
