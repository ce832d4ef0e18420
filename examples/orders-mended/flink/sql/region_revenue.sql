-- Revenue per region and hour, for the finance database.
SET 'pipeline.name' = 'region-revenue';
SET 'execution.checkpointing.interval' = '2 min';

CREATE TABLE orders_enriched (
  order_id   STRING,
  region     STRING,
  amount     DECIMAL(12, 2),
  ordered_at TIMESTAMP_LTZ(3),
  WATERMARK FOR ordered_at AS ordered_at - INTERVAL '1' MINUTE
) WITH (
  'connector' = 'kafka',
  'topic' = 'orders.enriched',
  'properties.bootstrap.servers' = 'kafka-bootstrap.streaming.svc:9092',
  'properties.group.id' = 'region-revenue',
  'properties.isolation.level' = 'read_committed',
  'scan.startup.mode' = 'earliest-offset',
  'scan.watermark.idle-timeout' = '60 s',
  'format' = 'json',
  'json.fail-on-missing-field' = 'true'
);

CREATE TABLE region_revenue (
  hour_start TIMESTAMP(3),
  region     STRING,
  revenue    DECIMAL(14, 2),
  PRIMARY KEY (hour_start, region) NOT ENFORCED
) WITH (
  'connector' = 'jdbc',
  'url' = 'jdbc:postgresql://finance-db:5432/finance',
  'table-name' = 'region_revenue',
  'username' = 'flink',
  'password' = '${FINANCE_DB_PASSWORD}'
);

INSERT INTO region_revenue
SELECT window_start, region, SUM(amount)
FROM TABLE(TUMBLE(TABLE orders_enriched, DESCRIPTOR(ordered_at), INTERVAL '1' HOUR))
GROUP BY window_start, window_end, region;
