# kcfglint-test: kafka-version=4.1
resource "kafka_topic" "orders" {
  name               = "orders"
  partitions         = 6
  replication_factor = 3
  config = {
    "message.timestamp.difference.max.ms" = "86400000" # expect: KT020
  }
}
