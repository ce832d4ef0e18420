resource "kafka_topic" "orders" {
  name               = "orders"
  partitions         = 6
  replication_factor = 3
  config = {
    "cleanup.policy" = "compact"
    "min.compaction.lag.ms" = "3600000"
  }
}
