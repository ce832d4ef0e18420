CREATE TABLE orders (
  line STRING
) WITH (
  'connector' = 'kafka',
  'topic' = 'orders',
  'properties.bootstrap.servers' = 'kafka-1:9092,kafka-2:9092,kafka-3:9092',
  'properties.group.id' = 'billing',
  'scan.startup.mode' = 'group-offsets',
  'properties.auto.offset.reset' = 'earliest',
  'format' = 'raw'
);

CREATE TABLE invoices (
  id INT,
  amount DECIMAL(10, 2)
) WITH (
  'connector' = 'kafka',
  'topic' = 'invoices',
  'properties.bootstrap.servers' = 'kafka-1:9092,kafka-2:9092,kafka-3:9092',
  'sink.delivery-guarantee' = 'at-least-once',
  'format' = 'json'
);

CREATE TABLE unreadable (
  line STRING
) WITH (
  'connector' = 'kafka',
  'topic' = 'unreadable',
  'properties.bootstrap.servers' = 'kafka-1:9092,kafka-2:9092,kafka-3:9092',
  'sink.delivery-guarantee' = 'at-least-once',
  'format' = 'raw'
);

CREATE TEMPORARY VIEW parsed AS
  SELECT line, JSON_VALUE(line, '$.id' RETURNING INTEGER) AS id, TRY_CAST(JSON_VALUE(line, '$.amount') AS DECIMAL(10, 2)) AS amount FROM orders;

EXECUTE STATEMENT SET BEGIN
INSERT INTO invoices SELECT id, amount FROM parsed WHERE id IS NOT NULL AND amount IS NOT NULL;
INSERT INTO unreadable SELECT line FROM parsed WHERE id IS NULL OR amount IS NULL;
END;
