SET 'execution.checkpointing.interval' = '60s';
SET 'parallelism.default' = '4';

CREATE TABLE customers (
  customer BIGINT,
  name STRING,
  PRIMARY KEY (customer) NOT ENFORCED
) WITH (
  'connector' = 'mysql-cdc',
  'hostname' = 'db.example.com',
  'username' = 'flink',
  'password' = '${MYSQL_PASSWORD}',
  'database-name' = 'shop',
  'table-name' = 'customers',
  'server-id' = '5401-5404',
  'scan.startup.mode' = 'initial'
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
