CREATE TABLE customers (id STRING, name STRING) WITH (
  'connector.type' = 'jdbc',
  'connector.url' = 'jdbc:postgresql://db.example.com:5432/shop',
  'connector.table' = 'customers'
);
