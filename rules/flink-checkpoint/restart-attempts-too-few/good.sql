SET 'execution.checkpointing.interval' = '60s';
SET 'restart-strategy.type' = 'fixed-delay';
SET 'restart-strategy.fixed-delay.attempts' = '60';
SET 'restart-strategy.fixed-delay.delay' = '10 s';

CREATE TABLE readings (
  sensor STRING,
  reading DOUBLE
) WITH (
  'connector' = 'kafka',
  'topic' = 'readings',
  'properties.bootstrap.servers' = 'kafka-1.example.com:9093',
  'properties.group.id' = 'alerts',
  'scan.startup.mode' = 'earliest-offset',
  'format' = 'json'
);

CREATE TABLE alerts (
  sensor STRING,
  reading DOUBLE
) WITH (
  'connector' = 'kafka',
  'topic' = 'alerts',
  'properties.bootstrap.servers' = 'kafka-1.example.com:9093',
  'format' = 'json'
);

INSERT INTO alerts SELECT sensor, reading FROM readings WHERE reading > 90;
