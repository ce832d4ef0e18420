resource "kafka_topic" "totals" {
  name               = "totals"
  partitions         = 6
  replication_factor = 3

  config = {
    "cleanup.policy" = "compact,delete"
  }
}
