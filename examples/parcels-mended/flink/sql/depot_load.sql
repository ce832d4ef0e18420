-- Parcels per depot and quarter of an hour, for the boards in the depots.
SET 'pipeline.name' = 'depot-load';

CREATE TABLE scans (
  parcel_id  STRING,
  depot      STRING,
  weight     DECIMAL(8, 3),
  scanned_at TIMESTAMP_LTZ(3),
  WATERMARK FOR scanned_at AS scanned_at - INTERVAL '5' MINUTE
) WITH (
  'connector' = 'kafka',
  'topic' = 'parcels.scans',
  'properties.bootstrap.servers' = 'parcels-kafka-bootstrap.kafka.svc:9092',
  'properties.group.id' = 'depot-load',
  'properties.auto.offset.reset' = 'earliest',
  'scan.startup.mode' = 'group-offsets',
  'scan.watermark.idle-timeout' = '60 s',
  'format' = 'json',
  'json.timestamp-format.standard' = 'ISO-8601'
);

CREATE TABLE depot_load (
  window_start TIMESTAMP(3) NOT NULL,
  depot        STRING NOT NULL,
  parcels      BIGINT,
  weight       DECIMAL(14, 3),
  PRIMARY KEY (window_start, depot) NOT ENFORCED
) WITH (
  'connector' = 'elasticsearch-7',
  'hosts' = 'http://elasticsearch.search.svc:9200',
  'index' = 'depot-load-{window_start|yyyy-MM}',
  'json.timestamp-format.standard' = 'ISO-8601',
  'sink.bulk-flush.backoff.strategy' = 'CONSTANT',
  'sink.bulk-flush.backoff.max-retries' = '60',
  'sink.bulk-flush.backoff.delay' = '1s'
);

INSERT INTO depot_load
SELECT window_start, COALESCE(depot, 'unknown'), COUNT(*), SUM(weight)
FROM TABLE(TUMBLE(TABLE scans, DESCRIPTOR(scanned_at), INTERVAL '15' MINUTES))
GROUP BY window_start, window_end, COALESCE(depot, 'unknown');
