-- What a script tells of its tables besides their options.
CREATE TABLE clicks (
  user_id STRING,
  ts_sec INT,
  country CHAR(2),
  tags MAP<STRING, STRING>,
  at AS TO_TIMESTAMP_LTZ(ts_sec, 3),
  WATERMARK FOR at AS at - INTERVAL '0' SECOND
) WITH ('connector' = 'kafka', 'topic' = 'clicks');

CREATE TABLE views (id STRING, ms BIGINT, seen AS TO_TIMESTAMP(FROM_UNIXTIME(ms)), WATERMARK FOR seen AS seen) WITH ('connector' = 'kafka');

CREATE TABLE users (id STRING PRIMARY KEY NOT ENFORCED, name VARCHAR(20)) WITH ('connector' = 'jdbc');

CREATE TABLE per_country (country STRING, n BIGINT) WITH ('connector' = 'elasticsearch-7');
CREATE TABLE latest (id STRING, n BIGINT) WITH ('connector' = 'elasticsearch-7');
CREATE TABLE named (id STRING, name VARCHAR(40)) WITH ('connector' = 'kafka');

CREATE VIEW known AS SELECT * FROM clicks WHERE user_id IS NOT NULL;

INSERT INTO per_country
SELECT country, COUNT(*) FROM TABLE(CUMULATE(TABLE clicks, DESCRIPTOR(at), INTERVAL '1' MINUTE, INTERVAL '1' DAY))
GROUP BY country, window_start, window_end;

INSERT INTO latest
SELECT id, COUNT(*) FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY id ORDER BY seen) AS rn FROM views) WHERE rn = 1 GROUP BY id HAVING COUNT(*) > 1;

INSERT INTO named
SELECT k.user_id, u.name FROM known AS k LEFT JOIN users FOR SYSTEM_TIME AS OF k.at AS u ON k.user_id = u.id LIMIT 10;

INSERT INTO named
SELECT user_id, 'x' FROM clicks GROUP BY HOP(at, INTERVAL '10' SECOND, INTERVAL '1' HOUR), user_id;

CREATE TABLE once (id STRING, n BIGINT, PRIMARY KEY (id) NOT ENFORCED) WITH ('connector' = 'upsert-kafka');
CREATE TABLE plain (id STRING, n BIGINT) WITH ('connector' = 'kafka');

INSERT INTO once SELECT id, n FROM plain UNION SELECT id, ms FROM views;
INSERT INTO once SELECT id, n FROM plain AS p ON CONFLICT DO NOTHING;
