CREATE TABLE orders (
  id INT,
  placed_at TIMESTAMP(3),
  WATERMARK FOR placed_at AS placed_at - INTERVAL '30' SECOND
) WITH (
  'connector' = 'kafka',
  'topic' = 'orders',
  'properties.bootstrap.servers' = 'kafka-1:9092,kafka-2:9092,kafka-3:9092',
  'properties.group.id' = 'billing',
  'scan.startup.mode' = 'group-offsets',
  'properties.auto.offset.reset' = 'earliest',
  'format' = 'json'
);

CREATE TABLE totals (
  id INT,
  window_end TIMESTAMP(3),
  orders BIGINT
) WITH (
  'connector' = 'kafka',
  'topic' = 'totals',
  'properties.bootstrap.servers' = 'kafka-1:9092,kafka-2:9092,kafka-3:9092',
  'sink.delivery-guarantee' = 'at-least-once',
  'format' = 'json'
);

INSERT INTO totals
  SELECT id, window_end, COUNT(*)
  FROM TABLE(TUMBLE(TABLE orders, DESCRIPTOR(placed_at), INTERVAL '10' SECOND))
  GROUP BY id, window_start, window_end;
