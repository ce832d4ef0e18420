-- Orders per store and five minutes, for the store dashboards (Elasticsearch), and every
-- order joined with its store, for search and for finance (orders.enriched).
SET 'pipeline.name' = 'order-windows';

CREATE TABLE orders (
  order_id   STRING,
  store_id   STRING,
  amount     DECIMAL(12, 2),
  currency   STRING,
  ordered_at TIMESTAMP_LTZ(3),
  WATERMARK FOR ordered_at AS ordered_at - INTERVAL '30' SECOND
) WITH (
  'connector' = 'kafka',
  'topic' = 'orders.placed',
  'properties.bootstrap.servers' = 'kafka-bootstrap.streaming.svc:9092',
  'properties.group.id' = 'order-windows',
  'scan.startup.mode' = 'group-offsets',
  'properties.auto.offset.reset' = 'earliest',
  'scan.watermark.idle-timeout' = '60 s',
  'key.format' = 'raw',
  'key.fields' = 'order_id',
  'value.format' = 'json',
  'value.json.timestamp-format.standard' = 'ISO-8601'
);

CREATE TABLE stores (
  store_id STRING,
  region   STRING,
  PRIMARY KEY (store_id) NOT ENFORCED
) WITH (
  'connector' = 'jdbc',
  'url' = 'jdbc:postgresql://stores-db:5432/stores',
  'table-name' = 'stores',
  'username' = 'flink', 'password' = '${STORES_DB_PASSWORD}',
  'lookup.cache' = 'PARTIAL', 'lookup.partial-cache.expire-after-write' = '10 min'
);

CREATE TABLE store_totals (
  window_start TIMESTAMP(3),
  store_id     STRING,
  orders       BIGINT,
  revenue      DECIMAL(14, 2),
  PRIMARY KEY (window_start, store_id) NOT ENFORCED
) WITH (
  'connector' = 'elasticsearch-7',
  'hosts' = 'http://elasticsearch.search.svc:9200',
  'index' = 'store-totals',
  'sink.bulk-flush.backoff.strategy' = 'CONSTANT',
  'sink.bulk-flush.backoff.max-retries' = '60', 'sink.bulk-flush.backoff.delay' = '1s'
);

CREATE TABLE orders_enriched (
  order_id   STRING,
  store_id   STRING,
  region     STRING,
  amount     DECIMAL(12, 2),
  currency   STRING,
  ordered_at TIMESTAMP_LTZ(3)
) WITH (
  'connector' = 'kafka',
  'topic' = 'orders.enriched',
  'properties.bootstrap.servers' = 'kafka-bootstrap.streaming.svc:9092',
  'properties.transaction.timeout.ms' = '3600000',
  'key.format' = 'raw',
  'key.fields' = 'order_id',
  'value.format' = 'json',
  'sink.delivery-guarantee' = 'exactly-once',
  'sink.transactional-id-prefix' = 'order-windows-enriched'
);

EXECUTE STATEMENT SET
BEGIN

INSERT INTO store_totals
SELECT window_start, store_id, COUNT(*), SUM(amount)
FROM TABLE(TUMBLE(TABLE orders, DESCRIPTOR(ordered_at), INTERVAL '5' MINUTES))
GROUP BY window_start, window_end, store_id;

INSERT INTO orders_enriched
SELECT o.order_id, o.store_id, s.region, o.amount, o.currency, o.ordered_at
FROM (SELECT *, PROCTIME() AS seen_at FROM orders) AS o
LEFT JOIN stores FOR SYSTEM_TIME AS OF o.seen_at AS s ON o.store_id = s.store_id;

END;
