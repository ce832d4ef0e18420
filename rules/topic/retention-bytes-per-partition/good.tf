resource "kafka_topic" "orders" {
  name               = "orders"
  partitions         = 6
  replication_factor = 3
  config = {
    "retention.bytes" = "104857600"
    "segment.bytes" = "20971520"
  }
}
