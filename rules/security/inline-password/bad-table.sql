CREATE TABLE customers (
  id BIGINT,
  name STRING,
  PRIMARY KEY (id) NOT ENFORCED
) WITH (
  'connector' = 'jdbc',
  'url' = 'jdbc:postgresql://customers.example.com/customers',
  'table-name' = 'customers',
  'username' = 'billing',
  -- expect: KX006
  'password' = 'kestrel-42-harbour'
);
