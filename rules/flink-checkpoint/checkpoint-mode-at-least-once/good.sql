SET 'execution.checkpointing.interval' = '30s';
SET 'execution.checkpointing.mode' = 'EXACTLY_ONCE';

CREATE TABLE clicks (
  user_id STRING,
  page STRING
) WITH (
  'connector' = 'kafka',
  'topic' = 'clicks',
  'properties.bootstrap.servers' = 'kafka-1.example.com:9093',
  'properties.group.id' = 'click-counts',
  'scan.startup.mode' = 'earliest-offset',
  'format' = 'json'
);

CREATE TABLE billable_clicks (
  user_id STRING,
  page STRING
) WITH (
  'connector' = 'kafka',
  'topic' = 'billable-clicks',
  'properties.bootstrap.servers' = 'kafka-1.example.com:9093',
  'sink.delivery-guarantee' = 'exactly-once',
  'sink.transactional-id-prefix' = 'billable-clicks',
  'format' = 'json'
);

INSERT INTO billable_clicks SELECT user_id, page FROM clicks WHERE page LIKE '/ads/%';
