SET 'execution.checkpointing.interval' = '60s';
CREATE TABLE orders (id STRING, currency STRING, amount BIGINT, ts TIMESTAMP(3)) WITH (
  'connector' = 'kafka', 'topic' = 'orders', 'properties.bootstrap.servers' = 'kafka-1.example.com:9092',
  'properties.group.id' = 'joins', 'scan.startup.mode' = 'earliest-offset', 'format' = 'json'
);
CREATE TABLE customers (id STRING, name STRING, PRIMARY KEY (id) NOT ENFORCED) WITH (
  'connector' = 'jdbc', 'url' = 'jdbc:postgresql://db.example.com/shop', 'table-name' = 'customers'
);
CREATE TABLE totals (id STRING, amount BIGINT) WITH (
  'connector' = 'kafka', 'topic' = 'totals', 'properties.bootstrap.servers' = 'kafka-1.example.com:9092',
  'format' = 'json'
);
INSERT INTO totals
SELECT c.name, o.amount FROM orders AS o
LEFT JOIN customers FOR SYSTEM_TIME AS OF o.ts AS c -- expect: FW001
ON o.id = c.id;
