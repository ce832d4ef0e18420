CREATE TABLE orders (
    id BIGINT,
    amount DECIMAL(10, 2),
    PRIMARY KEY (id) NOT ENFORCED
) WITH (
    'connector' = 'mysql-cdc',
    'hostname' = 'mysql.example.com',
    'port' = '3306',
    'username' = 'flink',
    'password' = '${MYSQL_PASSWORD}',
    'database-name' = 'shop',
    'table-name' = 'orders',
    'server-id' = '5400-5404',
    -- expect: KM001
    'scan.incremental.snapshot.chunk-size' = '8096'
);
