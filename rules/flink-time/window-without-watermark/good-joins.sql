-- kcfglint-test: flink-version=1.20
SET 'execution.checkpointing.interval' = '60s';
CREATE TABLE orders (id STRING, currency STRING, amount BIGINT, ts TIMESTAMP(3), pt AS PROCTIME(), WATERMARK FOR ts AS ts - INTERVAL '10' SECOND) WITH (
  'connector' = 'kafka', 'topic' = 'orders', 'properties.bootstrap.servers' = 'kafka-1.example.com:9092',
  'properties.group.id' = 'joins', 'scan.startup.mode' = 'earliest-offset', 'format' = 'json'
);
CREATE TABLE payments (id STRING, amount BIGINT, ts TIMESTAMP(3), WATERMARK FOR ts AS ts - INTERVAL '10' SECOND) WITH (
  'connector' = 'kafka', 'topic' = 'payments', 'properties.bootstrap.servers' = 'kafka-1.example.com:9092',
  'properties.group.id' = 'joins', 'scan.startup.mode' = 'earliest-offset', 'format' = 'json'
);
CREATE TABLE clicks (id STRING, page STRING, ts TIMESTAMP(3), pt AS PROCTIME()) WITH (
  'connector' = 'kafka', 'topic' = 'clicks', 'properties.bootstrap.servers' = 'kafka-1.example.com:9092',
  'properties.group.id' = 'joins', 'scan.startup.mode' = 'earliest-offset', 'format' = 'json'
);
CREATE TABLE rates (currency STRING, rate BIGINT, ts TIMESTAMP(3), WATERMARK FOR ts AS ts - INTERVAL '5' SECOND,
  PRIMARY KEY (currency) NOT ENFORCED) WITH (
  'connector' = 'upsert-kafka', 'topic' = 'rates', 'properties.bootstrap.servers' = 'kafka-1.example.com:9092',
  'key.format' = 'json', 'value.format' = 'json'
);
CREATE TABLE customers (id STRING, name STRING, PRIMARY KEY (id) NOT ENFORCED) WITH (
  'connector' = 'jdbc', 'url' = 'jdbc:postgresql://db.example.com/shop', 'table-name' = 'customers'
);
CREATE TABLE totals (id STRING, amount BIGINT) WITH (
  'connector' = 'kafka', 'topic' = 'totals', 'properties.bootstrap.servers' = 'kafka-1.example.com:9092',
  'format' = 'json'
);
INSERT INTO totals
SELECT o.id, o.amount * r.rate FROM orders AS o
JOIN rates FOR SYSTEM_TIME AS OF o.ts AS r ON o.currency = r.currency;
INSERT INTO totals
SELECT o.id, p.amount FROM orders AS o
JOIN payments AS p ON o.id = p.id AND p.ts BETWEEN o.ts AND o.ts + INTERVAL '4' HOUR;
-- Processing time is a time attribute, too.
INSERT INTO totals
SELECT c.name, 1 FROM clicks AS k
LEFT JOIN customers FOR SYSTEM_TIME AS OF k.pt AS c ON k.id = c.id;
INSERT INTO totals
SELECT id, COUNT(*) OVER (PARTITION BY page ORDER BY pt ROWS BETWEEN 5 PRECEDING AND CURRENT ROW) FROM clicks;
-- The first rows of each key are found by any column.
INSERT INTO totals
SELECT id, 1 FROM (SELECT id, ROW_NUMBER() OVER (PARTITION BY page ORDER BY ts DESC) AS n FROM clicks) WHERE n = 1;
