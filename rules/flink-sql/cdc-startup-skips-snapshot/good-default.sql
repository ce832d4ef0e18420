SET 'execution.checkpointing.interval' = '60s';

CREATE TABLE customers (
  customer BIGINT,
  name STRING,
  PRIMARY KEY (customer) NOT ENFORCED
) WITH (
  'connector' = 'postgres-cdc',
  'hostname' = 'db.example.com',
  'username' = 'flink',
  'password' = '${PG_PASSWORD}',
  'database-name' = 'shop',
  'schema-name' = 'public',
  'table-name' = 'customers',
  'slot.name' = 'flink_customers',
  'decoding.plugin.name' = 'pgoutput'
);

CREATE TABLE customers_by_id (
  customer BIGINT,
  name STRING,
  PRIMARY KEY (customer) NOT ENFORCED
) WITH (
  'connector' = 'upsert-kafka',
  'topic' = 'customers',
  'properties.bootstrap.servers' = 'kafka-1.example.com:9093,kafka-2.example.com:9093',
  'key.format' = 'json',
  'value.format' = 'json'
);

INSERT INTO customers_by_id SELECT customer, name FROM customers;
