resource "kafka_topic" "_schemas" {
  name               = "_schemas"
  partitions         = 6
  replication_factor = 3
  config = {
    "cleanup.policy" = "delete" # expect: KT007
  }
}
