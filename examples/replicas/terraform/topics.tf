resource "kafka_topic" "statements" {
  name               = "ledger.statements"
  partitions         = 6
  replication_factor = 3
  config = {
    "min.insync.replicas"            = "1"
    "unclean.leader.election.enable" = "true"
  }
}
