-- No column of a sink has a length.
SET 'execution.checkpointing.interval' = '60s';
SET 'table.exec.sink.type-length-enforcer' = 'trim_pad';

CREATE TABLE orders (
  order_id STRING,
  customer STRING,
  amount DECIMAL(12, 2)
) WITH (
  'connector' = 'kafka',
  'topic' = 'orders',
  'properties.bootstrap.servers' = 'kafka-1.example.com:9093,kafka-2.example.com:9093',
  'properties.group.id' = 'order-totals',
  'scan.startup.mode' = 'earliest-offset',
  'format' = 'json'
);

CREATE TABLE orders_copy (
  order_id STRING,
  customer STRING,
  amount DECIMAL(12, 2),
  PRIMARY KEY (order_id) NOT ENFORCED
) WITH (
  'connector' = 'jdbc',
  'url' = 'jdbc:postgresql://db.example.com:5432/sales',
  'table-name' = 'orders'
);

INSERT INTO orders_copy SELECT order_id, customer, amount FROM orders;
