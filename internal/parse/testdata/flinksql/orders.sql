-- Orders by country, from Kafka to Kafka.
SET 'pipeline.name' = 'orders by country';
SET 'execution.checkpointing.interval' = '60 s';
SET 'state.checkpoints.dir' = 's3://flink/checkpoints';
SET 'table.exec.state.ttl' = '1 h';

CREATE TABLE orders (
  order_id STRING,
  country STRING,
  amount DECIMAL(12, 2),
  ordered_at TIMESTAMP(3),
  seen_at AS PROCTIME(),
  WATERMARK FOR ordered_at AS ordered_at - INTERVAL '5' SECOND
) WITH (
  'connector' = 'kafka',
  'topic' = 'orders;orders-eu',
  'properties.bootstrap.servers' = 'kafka-2.example.com:9093,kafka-1.example.com:9093',
  'properties.group.id' = 'orders-by-country',
  'properties.auto.offset.reset' = 'earliest', -- has no effect
  'properties.sasl.jaas.config' = 'org.apache.kafka.common.security.plain.PlainLoginModule required username="u" password="hunter2";',
  'scan.startup.mode' = 'latest-offset',
  'json.ignore-parse-errors' = 'true',
  'format' = 'json'
);

CREATE TEMPORARY TABLE orders_replay WITH (
  'scan.startup.mode' = 'timestamp',
  'scan.startup.timestamp-millis' = '1700000000000'
) LIKE orders (EXCLUDING WATERMARKS);

CREATE TABLE by_country (
  country STRING,
  window_start TIMESTAMP(3),
  total DECIMAL(38, 2),
  PRIMARY KEY (country, window_start) NOT ENFORCED
) WITH (
  'connector' = 'upsert-kafka',
  'topic' = 'orders-by-country',
  'properties.bootstrap.servers' = '${KAFKA}',
  'key.format' = 'json',
  'value.format' = 'json'
);

CREATE TABLE audit (
  order_id STRING
) WITH (
  'connector' = 'kafka',
  'topic' = 'orders-audit',
  'properties.bootstrap.servers' = 'kafka-1.example.com:9093',
  'properties.acks' = '1',
  'sink.delivery-guarantee' = 'exactly-once',
  'sink.transactional-id-prefix' = 'orders-audit',
  'format' = 'json'
);

CREATE TABLE customers (
  id STRING PRIMARY KEY NOT ENFORCED
) WITH (
  'connector' = 'jdbc',
  'url' = 'jdbc:postgresql://flink:hunter2@db.example.com/shop',
  'password' = 'hunter2',
  'table-name' = 'customers'
);

CREATE VIEW large AS SELECT * FROM orders WHERE amount > 1000;

EXECUTE STATEMENT SET
BEGIN
  INSERT INTO by_country
  SELECT country, window_start, SUM(amount)
  FROM TABLE(TUMBLE(TABLE orders, DESCRIPTOR(ordered_at), INTERVAL '1' HOUR))
  GROUP BY country, window_start, window_end;

  INSERT INTO audit
  SELECT l.order_id FROM large AS l
  JOIN customers FOR SYSTEM_TIME AS OF l.seen_at AS c ON l.order_id = c.id;
END;

RESET 'table.exec.state.ttl';
SET 'execution.runtime-mode' = 'batch';
INSERT INTO audit SELECT order_id FROM orders /*+ OPTIONS('scan.startup.mode' = 'earliest-offset', 'scan.bounded.mode' = 'latest-offset') */;
