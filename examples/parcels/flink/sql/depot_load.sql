-- Parcels per depot and quarter of an hour, for the boards in the depots.
SET 'pipeline.name' = 'depot-load';
SET 'table.exec.sink.not-null-enforcer' = 'DROP';

CREATE TABLE scans (
  parcel_id  STRING,
  depot      STRING,
  weight     DECIMAL(8, 3),
  scanned_at TIMESTAMP_LTZ(3),
  WATERMARK FOR scanned_at AS scanned_at
) WITH (
  'connector' = 'kafka',
  'topic' = 'parcels.scans',
  'properties.bootstrap.servers' = 'parcels-kafka-bootstrap.kafka.svc:9092',
  'scan.startup.mode' = 'latest-offset',
  'format' = 'json',
  'json.ignore-parse-errors' = 'true',
  'json.timestamp-format.standard' = 'ISO-8601'
);

CREATE TABLE depot_load (
  window_start TIMESTAMP(3) NOT NULL,
  depot        STRING NOT NULL,
  parcels      BIGINT,
  weight       DECIMAL(14, 3)
) WITH (
  'connector' = 'elasticsearch-7',
  'hosts' = 'http://elasticsearch.search.svc:9200',
  'index' = 'depot-load-{now()|yyyy-MM}',
  'json.timestamp-format.standard' = 'ISO-8601',
  'sink.flush-on-checkpoint' = 'false',
  'failure-handler' = 'ignore'
);

INSERT INTO depot_load
SELECT window_start, depot, COUNT(*), SUM(weight)
FROM TABLE(TUMBLE(TABLE scans, DESCRIPTOR(scanned_at), INTERVAL '15' MINUTES))
WHERE weight > 0
GROUP BY window_start, window_end, depot;
