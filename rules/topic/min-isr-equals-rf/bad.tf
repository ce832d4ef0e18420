resource "kafka_topic" "orders" {
  name               = "orders"
  partitions         = 6
  replication_factor = 3
  config = {
    "min.insync.replicas" = "3" # expect: KT003
  }
}
