resource "kafka_topic" "orders" {
  name               = "orders"
  partitions         = 6
  replication_factor = 3
  config = {
    "retention.bytes" = "1048576" # expect: KT026
  }
}
