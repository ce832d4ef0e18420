-- What the cluster retains is not in view.
SET 'execution.checkpointing.interval' = '60s';
SET 'state.checkpoints.dir' = 's3://inventory-flink/checkpoints';

CREATE TABLE stock (
  sku STRING,
  quantity INT
) WITH (
  'connector' = 'kafka',
  'topic' = 'stock',
  'properties.bootstrap.servers' = 'kafka-1.example.com:9093',
  'properties.group.id' = 'stock-levels',
  'scan.startup.mode' = 'earliest-offset',
  'format' = 'json'
);

CREATE TABLE stock_levels (
  sku STRING,
  quantity BIGINT,
  PRIMARY KEY (sku) NOT ENFORCED
) WITH (
  'connector' = 'upsert-kafka',
  'topic' = 'stock-levels',
  'properties.bootstrap.servers' = 'kafka-1.example.com:9093',
  'key.format' = 'json',
  'value.format' = 'json'
);

INSERT INTO stock_levels SELECT sku, SUM(quantity) FROM stock GROUP BY sku;
