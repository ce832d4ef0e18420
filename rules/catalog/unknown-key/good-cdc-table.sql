CREATE TABLE orders (
    id BIGINT,
    amount DECIMAL(10, 2),
    PRIMARY KEY (id) NOT ENFORCED
) WITH (
    'connector' = 'postgres-cdc',
    'hostname' = 'postgres.example.com',
    'port' = '5432',
    'username' = 'flink',
    'password' = '${PG_PASSWORD}',
    'database-name' = 'shop',
    'schema-name' = 'public',
    'table-name' = 'orders',
    'slot.name' = 'flink_orders',
    'decoding.plugin.name' = 'pgoutput',
    'scan.incremental.snapshot.enabled' = 'true',
    'scan.incremental.snapshot.unbounded-chunk-first.enabled' = 'true',
    'debezium.slot.drop.on.stop' = 'false',
    'debezium.slot.name' = 'flink_orders'
);
