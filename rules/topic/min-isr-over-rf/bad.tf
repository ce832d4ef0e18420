# kcfglint-test: broker-version=3.6
resource "kafka_topic" "orders" {
  name               = "orders"
  partitions         = 6
  replication_factor = 2
  config = {
    "min.insync.replicas" = "3" # expect: KT004
  }
}
