resource "kafka_topic" "app-logs" {
  name               = "app-logs"
  partitions         = 6
  replication_factor = 3
  config = {
    "retention.ms" = "1800000"
  }
}
