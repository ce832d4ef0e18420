CREATE TABLE orders (
    id BIGINT,
    PRIMARY KEY (id) NOT ENFORCED
) WITH (
    'connector' = 'mysql-cdc',
    'hostname' = 'mysql.example.com',
    'port' = '3306',
    'username' = 'flink',
    'password' = '${MYSQL_PASSWORD}',
    'database-name' = 'shop',
    'table-name' = 'orders',
    -- expect: KM006
    'scan.snapshot.fetch.size' = 'many',
    -- expect: KM006
    'heartbeat.interval' = '30 seconds per table'
);
