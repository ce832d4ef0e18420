-- upsert-kafka always starts at the earliest offset.
SET 'execution.checkpointing.interval' = '60s';

CREATE TABLE customers (
  customer_id STRING,
  name STRING,
  PRIMARY KEY (customer_id) NOT ENFORCED
) WITH (
  'connector' = 'upsert-kafka',
  'topic' = 'customers',
  'properties.bootstrap.servers' = 'kafka-1.example.com:9093,kafka-2.example.com:9093',
  'properties.group.id' = 'customer-names',
  'key.format' = 'json',
  'value.format' = 'json'
);

CREATE TABLE customer_names (
  customer_id STRING,
  name STRING,
  PRIMARY KEY (customer_id) NOT ENFORCED
) WITH (
  'connector' = 'upsert-kafka',
  'topic' = 'customer-names',
  'properties.bootstrap.servers' = 'kafka-1.example.com:9093,kafka-2.example.com:9093',
  'key.format' = 'json',
  'value.format' = 'json'
);

INSERT INTO customer_names SELECT customer_id, UPPER(name) FROM customers;
