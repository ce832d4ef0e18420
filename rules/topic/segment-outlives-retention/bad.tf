resource "kafka_topic" "orders" {
  name               = "orders"
  partitions         = 6
  replication_factor = 3

  config = {
    "retention.ms" = "3600000" # expect: KT012
    "segment.ms"   = "86400000"
  }
}
