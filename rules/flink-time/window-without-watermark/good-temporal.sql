SET 'execution.checkpointing.interval' = '60s';

CREATE TABLE orders (
  order_id STRING,
  currency STRING,
  amount DECIMAL(12, 2),
  placed TIMESTAMP_LTZ(3),
  WATERMARK FOR placed AS placed - INTERVAL '10' SECOND
) WITH (
  'connector' = 'kafka',
  'topic' = 'orders',
  'properties.bootstrap.servers' = 'kafka-1.example.com:9093,kafka-2.example.com:9093',
  'properties.group.id' = 'order-values',
  'scan.startup.mode' = 'earliest-offset',
  'format' = 'json'
);

CREATE TABLE rates (
  currency STRING,
  rate DECIMAL(12, 6),
  since TIMESTAMP_LTZ(3) METADATA FROM 'timestamp',
  WATERMARK FOR since AS since - INTERVAL '1' SECOND,
  PRIMARY KEY (currency) NOT ENFORCED
) WITH (
  'connector' = 'upsert-kafka',
  'topic' = 'rates',
  'properties.bootstrap.servers' = 'kafka-1.example.com:9093,kafka-2.example.com:9093',
  'key.format' = 'json',
  'value.format' = 'json'
);

CREATE TABLE order_values (
  order_id STRING,
  amount DECIMAL(30, 8)
) WITH (
  'connector' = 'kafka',
  'topic' = 'order-values',
  'properties.bootstrap.servers' = 'kafka-1.example.com:9093,kafka-2.example.com:9093',
  'format' = 'json'
);

INSERT INTO order_values
SELECT o.order_id, o.amount * r.rate FROM orders AS o
JOIN rates FOR SYSTEM_TIME AS OF o.placed AS r ON o.currency = r.currency;
