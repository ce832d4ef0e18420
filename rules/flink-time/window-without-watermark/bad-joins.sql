SET 'execution.checkpointing.interval' = '60s';
CREATE TABLE orders (id STRING, currency STRING, amount BIGINT, ts TIMESTAMP(3)) WITH (
  'connector' = 'kafka', 'topic' = 'orders', 'properties.bootstrap.servers' = 'kafka-1.example.com:9092',
  'properties.group.id' = 'joins', 'scan.startup.mode' = 'earliest-offset', 'format' = 'json'
);
CREATE TABLE payments (id STRING, amount BIGINT, ts TIMESTAMP(3)) WITH (
  'connector' = 'kafka', 'topic' = 'payments', 'properties.bootstrap.servers' = 'kafka-1.example.com:9092',
  'properties.group.id' = 'joins', 'scan.startup.mode' = 'earliest-offset', 'format' = 'json'
);
CREATE TABLE rates (currency STRING, rate BIGINT, ts TIMESTAMP(3), WATERMARK FOR ts AS ts - INTERVAL '5' SECOND,
  PRIMARY KEY (currency) NOT ENFORCED) WITH (
  'connector' = 'upsert-kafka', 'topic' = 'rates', 'properties.bootstrap.servers' = 'kafka-1.example.com:9092',
  'key.format' = 'json', 'value.format' = 'json'
);
CREATE TABLE totals (id STRING, amount BIGINT) WITH (
  'connector' = 'kafka', 'topic' = 'totals', 'properties.bootstrap.servers' = 'kafka-1.example.com:9092',
  'format' = 'json'
);
INSERT INTO totals
SELECT o.id, o.amount * r.rate FROM orders AS o
-- expect: FW001
JOIN rates FOR SYSTEM_TIME AS OF o.ts AS r ON o.currency = r.currency;
INSERT INTO totals
SELECT o.id, p.amount FROM orders AS o
JOIN payments AS p -- expect: FW001
ON o.id = p.id AND p.ts BETWEEN o.ts AND o.ts + INTERVAL '4' HOUR;
