-- The first scan at a door is the delivery of a parcel: for search and for notices to customers.
SET 'pipeline.name' = 'delivered';
SET 'execution.checkpointing.interval' = '2 min';

CREATE TABLE scans (
  parcel_id  STRING,
  place      STRING,
  scanned_at TIMESTAMP_LTZ(3)
) WITH (
  'connector' = 'kafka',
  'topic' = 'parcels.scans',
  'properties.bootstrap.servers' = 'parcels-kafka-bootstrap.kafka.svc:9092',
  'properties.group.id' = 'delivered',
  'scan.startup.mode' = 'earliest-offset',
  'format' = 'json',
  'json.timestamp-format.standard' = 'ISO-8601'
);

CREATE TABLE delivered (
  parcel_id    STRING,
  delivered_at TIMESTAMP_LTZ(3)
) WITH (
  'connector' = 'kafka',
  'topic' = 'parcels.delivered',
  'properties.bootstrap.servers' = 'parcels-kafka-bootstrap.kafka.svc:9092',
  'properties.transaction.timeout.ms' = '3600000',
  'key.format' = 'raw',
  'key.fields' = 'parcel_id',
  'value.format' = 'json',
  'value.json.timestamp-format.standard' = 'ISO-8601',
  'properties.compression.type' = 'lz4',
  'sink.delivery-guarantee' = 'exactly-once',
  'sink.transactional-id-prefix' = 'delivered'
);

INSERT INTO delivered
SELECT parcel_id, scanned_at FROM (
  SELECT *, ROW_NUMBER() OVER (PARTITION BY parcel_id ORDER BY PROCTIME()) AS nth
  FROM scans WHERE place = 'door'
) WHERE nth = 1;
