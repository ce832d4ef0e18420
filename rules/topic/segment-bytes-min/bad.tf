# kcfglint-test: kafka-version=4.2
resource "kafka_topic" "orders" {
  name               = "orders"
  partitions         = 6
  replication_factor = 3
  config = {
    "segment.bytes" = "524288" # expect: KT013
  }
}
