SET execution.parallelism=4;
CREATE TABLE clicks (
  user_id VARCHAR,
  ts TIMESTAMP(3)
) WITH (
  'connector.type' = 'kafka',
  'connector.version' = 'universal',
  'connector.topic' = 'clicks',
  'connector.startup-mode' = 'latest-offset',
  'connector.properties.0.key' = 'bootstrap.servers',
  'connector.properties.0.value' = 'kafka.example.com:9092',
  'connector.properties.1.key' = 'group.id',
  'connector.properties.1.value' = 'clicks-report',
  'connector.properties.2.key' = 'ssl.truststore.password',
  'connector.properties.2.value' = 'hunter2',
  'update-mode' = 'append',
  'format.type' = 'json'
);
CREATE TABLE report WITH (
  'connector' = 'kafka-0.11',
  'topic' = 'report',
  'properties.bootstrap.servers' = 'kafka.example.com:9092'
) LIKE clicks (EXCLUDING OPTIONS);
INSERT INTO report SELECT user_id, ts FROM clicks;
