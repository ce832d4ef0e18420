SET 'execution.checkpointing.interval' = '60s';
SET 'execution.state-recovery.path' = 's3://shipping-flink/savepoints/savepoint-5c1f3a';
SET 'execution.state-recovery.ignore-unclaimed-state' = 'true'; -- expect: FC014

CREATE TABLE shipments (
  shipment_id STRING,
  status STRING
) WITH (
  'connector' = 'kafka',
  'topic' = 'shipments',
  'properties.bootstrap.servers' = 'kafka-1.example.com:9093',
  'properties.group.id' = 'shipping-status',
  'scan.startup.mode' = 'earliest-offset',
  'format' = 'json'
);

CREATE TABLE shipping_status (
  status STRING,
  shipments BIGINT,
  PRIMARY KEY (status) NOT ENFORCED
) WITH (
  'connector' = 'upsert-kafka',
  'topic' = 'shipping-status',
  'properties.bootstrap.servers' = 'kafka-1.example.com:9093',
  'key.format' = 'json',
  'value.format' = 'json'
);

INSERT INTO shipping_status SELECT status, COUNT(*) FROM shipments GROUP BY status;
