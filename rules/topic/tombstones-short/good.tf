resource "kafka_topic" "orders" {
  name               = "orders"
  partitions         = 6
  replication_factor = 3
  config = {
    "cleanup.policy" = "delete"
    "delete.retention.ms" = "1000"
  }
}
