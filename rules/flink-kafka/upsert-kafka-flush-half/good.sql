CREATE TABLE totals (customer STRING, total DECIMAL(12, 2), PRIMARY KEY (customer) NOT ENFORCED) WITH (
  'connector' = 'upsert-kafka',
  'topic' = 'totals',
  'properties.bootstrap.servers' = 'kafka-1.example.com:9093,kafka-2.example.com:9093',
  'key.format' = 'json',
  'value.format' = 'json',
  'sink.buffer-flush.max-rows' = '1000',
  'sink.buffer-flush.interval' = '1s'
);
CREATE TABLE orders (customer STRING, amount DECIMAL(12, 2)) WITH ('connector' = 'datagen');
INSERT INTO totals SELECT customer, SUM(amount) FROM orders GROUP BY customer;
