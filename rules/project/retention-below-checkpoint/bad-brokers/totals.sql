SET 'execution.checkpointing.interval' = '20 min';

CREATE TABLE orders (
  customer_id STRING,
  amount DECIMAL(12, 2)
) WITH (
  'connector' = 'kafka',
  -- expect: KT028
  'topic' = 'orders',
  'properties.bootstrap.servers' = 'kafka-1.example.org:9092',
  'properties.group.id' = 'totals',
  'scan.startup.mode' = 'earliest-offset',
  'format' = 'json'
);

CREATE TABLE totals (
  customer_id STRING,
  amount DECIMAL(12, 2),
  PRIMARY KEY (customer_id) NOT ENFORCED
) WITH (
  'connector' = 'upsert-kafka',
  'topic' = 'totals',
  'properties.bootstrap.servers' = 'kafka-1.example.org:9092',
  'key.format' = 'json',
  'value.format' = 'json'
);

INSERT INTO totals SELECT customer_id, SUM(amount) FROM orders GROUP BY customer_id;
