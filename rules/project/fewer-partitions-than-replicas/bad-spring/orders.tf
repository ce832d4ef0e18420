resource "kafka_topic" "orders" {
  name               = "orders"
  partitions         = 6
  replication_factor = 3

  config = {
    "retention.ms" = "604800000"
  }
}
