-- Tables only: what uses them stands elsewhere.
CREATE TABLE reads (a INT) WITH (
  'connector' = 'kafka', 'topic' = 'a', 'properties.bootstrap.servers' = 'b:9092', 'scan.startup.mode' = '${MODE}', 'format' = 'raw'
);
CREATE TABLE writes (a INT) WITH (
  'connector' = 'kafka', 'topic' = 'a', 'properties.bootstrap.servers' = 'b:9092', 'properties.linger.ms' = '5', 'format' = 'raw'
);
CREATE TABLE says_nothing (a INT) WITH (
  'connector' = 'kafka', 'topic' = 'a', 'properties.bootstrap.servers' = 'b:9092', 'format' = 'raw'
);
CREATE TABLE both (a INT) WITH (
  'connector' = 'kafka', 'topic' = 'a', 'properties.bootstrap.servers' = 'b:9092', 'properties.group.id' = 'g',
  'sink.delivery-guarantee' = 'EXACTLY_ONCE', 'sink.transactional-id-prefix' = 'p-${ENV:dev}', 'format' = 'raw'
);
CREATE TABLE templated (a INT) WITH (
  'connector' = 'kafka', {{ kafka_options() }}, 'topic' = '{{ topic }}', 'scan.startup.mode' = 'earliest-offset'
);
CREATE TABLE of_elsewhere WITH ('scan.startup.mode' = 'group-offsets', 'connector' = 'kafka') LIKE elsewhere;
ALTER TABLE reads SET ('topic' = 'b');
ALTER TABLE reads RESET ('format');
ALTER TABLE db.unseen SET ('scan.startup.mode' = 'latest-offset');
