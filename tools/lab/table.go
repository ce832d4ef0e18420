package main

import "slices"

// experiments are in the order of the page.
var experiments = slices.Concat(all(kafka, kafkaTable), all(flink, flinkTable), all(flink, dataTable))

// all says of experiments whose they are.
func all(s software, table []experiment) []experiment {
	for i := range table {
		table[i].software = s
	}
	return table
}

// kafkaTable has the experiments with Kafka's clients.
var kafkaTable = []experiment{
	{name: "acks-zero", scenario: "leader-hangs-and-dies", rules: []string{"KP001"}, harm: loss, about: `
The leader hangs, 2000 records are sent, and it dies. With acks=0 each of them counted as sent once it was in the socket's
buffer. With acks=all the producer sends them again to the next leader.`},
	{name: "acks-one", scenario: "leader-dies", rules: []string{"KP002"}, harm: loss, about: `
Both followers hang for two seconds, 2000 records are sent, the leader dies, the followers go on and one of them becomes
leader. With acks=1 the dead leader had acknowledged records that no follower had fetched. With acks=all it had not, and
the producer sends them again to the next leader.`},
	{name: "retries-zero", scenario: "leader-dies", rules: []string{"KP020"}, harm: loss, about: `
The same failure, with acks=all and without retries: the requests that were in flight fail at once. Those behind them
wait in the producer for the next leader and arrive.`},
	{name: "retries-finite", scenario: "followers-restart", rules: []string{"KP021"}, harm: loss, about: `
Two of three brokers are down for 15 seconds, so that min.insync.replicas=2 of the topic is not met. The leader answers
at once that too few replicas are in sync, three retries are used up within a second or two, and the records fail. The
first batch after the outage may fail as well, with OutOfOrderSequenceException: idempotence is on, and the failed batches left a
hole in the sequence. With the default retries the producer goes on until delivery.timeout.ms, and all arrive.`},
	{name: "delivery-timeout-short", scenario: "followers-restart", rules: []string{"KP018"}, harm: loss, about: `
The same outage of 15 seconds, with all retries and a delivery.timeout.ms of 10 seconds: the records expire.`},
	{name: "min-insync-one-and-unclean", scenario: "last-replica-dies", rules: []string{"KT005", "KT006"}, harm: loss, about: `
Both followers restart, 2000 records are sent with acks=all, and the leader dies before the followers are in sync again.
With min.insync.replicas=1 it had acknowledged them alone, and with unclean.leader.election.enable=true a follower without
them becomes leader. With 2 and false the records were not acknowledged, and the producer sends them again.`},
	{name: "min-insync-one", scenario: "disk-lost", rules: []string{"KT005"}, harm: loss, about: `
The same without unclean elections, but the disk of the leader is lost with it. With min.insync.replicas=1 no other replica
was in sync, so the partition stays without a leader until somebody decides for an unclean election. With 2 one of the
others may lead, or nothing that was acknowledged is lost by the election.`},
	{name: "unclean-election", scenario: "stale-replica-left", rules: []string{"KT006"}, harm: loss, about: `
min.insync.replicas is 2 on both sides. One replica is away while 2000 records are acknowledged by the two others, which
die; the first comes back before them. With unclean elections it becomes leader and the others cut off what it does not
have. Without, the partition waits for one of the others.`},
	{name: "single-replica", scenario: "disk-lost", rules: []string{"KT001"}, harm: loss, about: `
The disk of the broker that leads the partition is lost. The only replica was on it.`},
	{name: "idempotence-off-duplicates", scenario: "responses-lost", rules: []string{"KP006"}, harm: duplication, about: `
A proxy between the producer and the brokers breaks the connection in place of every fifth response to a produce request,
when the broker has stored the records. The producer sends them again. An idempotent one is recognised by the broker.`},
	{name: "idempotence-off-reordering", scenario: "leadership-moves", rules: []string{"KP006"}, harm: reordering, about: `
The leadership of the partition moves to another broker and back while five requests are in flight: the first one is
refused because the broker does not lead, those behind it are stored, and the retry of the first comes last. KP006 stands
for KP012 here, whose words these are. An idempotent producer's later requests are refused until the first has arrived.`},
	{name: "idempotence-silently-off", scenario: "responses-lost", rules: []string{"KP007"}, harm: duplication, release: "3.9.2", about: `
The failure of idempotence-off-duplicates. Nothing in the file speaks of idempotence: ten requests in flight, left over
from older clients, switch the default off. Clients from 4.0 on do not start with this file.`},
	{name: "idempotence-off-by-acks-one", scenario: "responses-lost", rules: []string{"KP002"}, harm: duplication, about: `
The same with acks=1, which switches the default off in every client from 3.0.1 on, the newest included. KP002 stands
for KP007 here.`},
	{name: "auto-commit-thread", scenario: "crash-with-work-in-a-thread", rules: []string{"KC001"}, harm: loss, quiet: true, about: `
A consumer hands its records to a thread, polls on, and crashes after 1200 of 3000 records. Auto-commit had committed what
the thread had not processed. The mended one commits when the thread has finished a batch.`},
	{name: "auto-commit-loop", scenario: "crash-in-the-loop", rules: []string{"KC001"}, harm: none, quiet: true, about: `
A control: the same files, and a consumer that finishes the records of a poll before it polls again. It crashes at the same
place, and nothing is lost with auto-commit either. This is why the rule is no more than likely for Java.`},
	{name: "latest-new-partition", scenario: "new-partition", rules: []string{"KC006"}, harm: loss, quiet: true, about: `
A partition is added while a group reads the topic, and 2000 records are written to it before the consumer's metadata is
refreshed. With latest it starts behind them.`},
	{name: "latest-expired-offsets", scenario: "offsets-expire", rules: []string{"KC006"}, harm: loss, quiet: true, about: `
A group reads 1000 records, commits, and is away for longer than the brokers keep its offsets (offsets.retention.minutes,
a minute here, a week by default) while 2000 more are written. With latest it goes on behind them. With earliest
nothing is lost, and all that is still there is processed again: the price of earliest.`},
	{name: "retention-short", scenario: "away-for-long", rules: []string{"KT009"}, harm: loss, quiet: true, about: `
A group is away for up to half a minute while 2000 records are written to a topic that keeps them for ten seconds.
auto.offset.reset is earliest on both sides, and the consumer reports nothing.`},
	{name: "poll-interval-short", scenario: "slow-batch", rules: []string{"KC016"}, harm: duplication, quiet: true, about: `
A group of two: the first batch takes eight seconds, longer than a max.poll.interval.ms of five. The other member gets the
partition and processes the batch again, while the first cannot commit it.`},
	{name: "tombstones-short", scenario: "deletes-while-away", rules: []string{"KT023"}, harm: loss, quiet: true, about: `
A reader keeps the table of a compacted topic with 1000 keys and is away for half a minute, in which 500 of them are
deleted and the topic is compacted. With a delete.retention.ms of a second the deletes are gone when it comes back: lost
are the deletes, and the reader keeps the keys for ever.`},
	{name: "read-uncommitted", scenario: "aborted-transactions", rules: []string{"KC010"}, harm: duplication, quiet: true, about: `
Every second transaction is aborted and made again. A consumer that reads uncommitted processes the records of both.`},
	{name: "transactional-id-shared", scenario: "two-instances", rules: []string{"KP014"}, harm: loss, quiet: true, about: `
A second service starts with the transactional.id of a first one that is in the middle of a transaction: the
transaction is aborted, and the first service can commit no more and has to end.`},
}
