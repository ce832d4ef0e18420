SET 'execution.checkpointing.interval' = '60s';

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

CREATE TABLE order_tags (
  order_id STRING,
  tags MAP<STRING, STRING>
) WITH (
  'connector' = 'kafka',
  'topic' = 'order-tags',
  'properties.bootstrap.servers' = 'kafka-1.example.com:9093,kafka-2.example.com:9093',
  -- expect: FS006
  'json.map-null-key.mode' = 'drop',
  'format' = 'json'
);

INSERT INTO order_tags SELECT order_id, tags FROM orders;
