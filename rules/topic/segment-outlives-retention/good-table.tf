resource "kafka_topic" "customers" {
  name               = "customers"
  partitions         = 6
  replication_factor = 3

  config = {
    "retention.ms"   = "86400000"
    "cleanup.policy" = "compact,delete"
  }
}
