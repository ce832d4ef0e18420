CREATE TABLE order_totals (
  customer_id STRING,
  total DECIMAL(18, 2),
  PRIMARY KEY (customer_id) NOT ENFORCED
) WITH (
  'connector' = 'upsert-kafka',
  'topic' = 'order-totals',
  'properties.bootstrap.servers' = 'kafka-1.example.com:9093,kafka-2.example.com:9093',
  'sink.delivery-guarantee' = 'exactly-once', -- expect: FK011
  'key.format' = 'json',
  'value.format' = 'json'
);
