-- A window drops its state by itself.
SET 'execution.checkpointing.interval' = '60s';
SET 'table.exec.state.ttl' = '2 d';

CREATE TABLE orders (
  order_id STRING,
  customer STRING,
  amount DECIMAL(12, 2),
  placed TIMESTAMP_LTZ(3),
  WATERMARK FOR placed AS placed - INTERVAL 10 SECOND
) WITH (
  'connector' = 'kafka',
  'topic' = 'orders',
  'properties.bootstrap.servers' = 'kafka-1.example.com:9093,kafka-2.example.com:9093',
  'properties.group.id' = 'order-totals',
  'scan.startup.mode' = 'earliest-offset',
  'format' = 'json'
);

CREATE TABLE totals (
  customer STRING,
  total DECIMAL(18, 2),
  PRIMARY KEY (customer) NOT ENFORCED
) WITH (
  'connector' = 'upsert-kafka',
  'topic' = 'totals',
  'properties.bootstrap.servers' = 'kafka-1.example.com:9093,kafka-2.example.com:9093',
  'key.format' = 'json',
  'value.format' = 'json'
);

INSERT INTO totals
SELECT customer, SUM(amount) FROM TABLE(TUMBLE(TABLE orders, DESCRIPTOR(placed), INTERVAL '1' HOUR))
GROUP BY customer, window_start, window_end;
