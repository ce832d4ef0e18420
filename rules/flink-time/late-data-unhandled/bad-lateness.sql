SET 'execution.checkpointing.interval' = '60s';
SET 'table.exec.source.idle-timeout' = '30s';
SET 'table.exec.emit.allow-lateness' = '1 h';

CREATE TABLE orders (
  order_id STRING,
  amount DECIMAL(12, 2),
  placed TIMESTAMP(3),
  WATERMARK FOR placed AS placed - INTERVAL '10' SECOND
) WITH (
  'connector' = 'kafka',
  'topic' = 'orders',
  'properties.bootstrap.servers' = 'kafka-1.example.com:9093,kafka-2.example.com:9093',
  'properties.group.id' = 'order-totals',
  'scan.startup.mode' = 'earliest-offset',
  'format' = 'json'
);

CREATE TABLE order_totals (
  window_end TIMESTAMP(3),
  total DECIMAL(14, 2)
) WITH (
  'connector' = 'kafka',
  'topic' = 'order-totals',
  'properties.bootstrap.servers' = 'kafka-1.example.com:9093,kafka-2.example.com:9093',
  'format' = 'json'
);

INSERT INTO order_totals
SELECT window_end, SUM(amount)
-- expect: FW005
FROM TABLE(TUMBLE(TABLE orders, DESCRIPTOR(placed), INTERVAL '1' HOUR))
GROUP BY window_start, window_end;
