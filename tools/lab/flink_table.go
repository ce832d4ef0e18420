package main

// flinkTable has the experiments with jobs of Flink.
var flinkTable = []experiment{
	{name: "checkpointing-off", scenario: "process-dies", rules: []string{"FC001", "FC002"}, harm: duplication, quiet: true, about: `
A job has put 1000 records through when its process is killed, and it is started again. Without checkpoints there is nothing
to go on from: offsets are committed only at checkpoints, so the group has none either, and all is read again from the
beginning. With checkpoints it goes on where the last one was.`},
	{name: "nested-flink-conf", scenario: "process-dies", rules: []string{"FC001", "FC002", "FC023"}, harm: duplication, quiet: true, about: `
The same failure, and a flink-conf.yaml that says execution.checkpointing.interval in nested blocks. Flink reads this file
line by line, sees a key "interval" that nobody asks for, and starts the job without checkpoints and without a word.`},
	{name: "delivery-none", scenario: "broker-and-process-die", rules: []string{"FK010"}, harm: loss, about: `
The broker hangs that leads the topic which the job writes to. The job reads 2000 records on, which wait in the sink's producer; then
its process is killed, and the broker too. With sink.delivery-guarantee=none a checkpoint does not wait for the producer: it
is complete while the records are in memory only, and the job goes on behind them. With at-least-once the checkpoint waits,
and the job goes on from the one before.`},
	{name: "at-least-once-without-checkpoints", scenario: "broker-and-process-die", rules: []string{"FC001", "FC002", "FK006"}, harm: loss, about: `
The same failure. Without checkpoints nobody waits for the producer, whatever the sink's guarantee is called; Kafka's own auto-commit
has committed the offsets by time, and the job goes on behind the records. With checkpoints, and without auto-commit, offsets
are committed when the sink has flushed.`},
	{name: "transaction-timeout-short", scenario: "dies-before-the-commit", rules: []string{"FK012"}, harm: loss, quiet: true, about: `
The process is killed when a checkpoint is complete and its transaction is not yet committed, and the job is started again
after twelve seconds. A transaction.timeout.ms of ten is over by then: the broker has aborted the transaction, Flink logs an
error, drops what was to be committed and runs on. With half an hour, which the brokers
allow here, the transaction is committed at the start.`},
	{name: "exactly-once-without-checkpoints", scenario: "nothing-fails", rules: []string{"FC001", "FC002"}, harm: stall, quiet: true, about: `
Nothing fails. Transactions are committed at checkpoints, there are none, and a reader of committed records sees nothing for ever.`},
	{name: "latest-stateless-restart", scenario: "started-without-state", rules: []string{"FK001"}, harm: loss, quiet: true, about: `
A job is stopped, 2000 records are written, and it is started without its state, as an upgrade of its program often is. With
latest-offset it starts behind them. With group-offsets it goes on where the group has committed. A source commits after a checkpoint,
when its consumer comes back from a poll: a job that is stopped within ten seconds of a record may read it twice.`},
	{name: "latest-restored", scenario: "restored-after-expiry", rules: []string{"FK001"}, harm: loss, quiet: true, about: `
A job is stopped with a savepoint. Before it is started from the savepoint, 500 records expire, which are not counted, and 2000
are written after them and are still there. The offset of the savepoint is gone, and now scan.startup.mode decides: with
latest-offset the job jumps over all that is retained, with earliest-offset it goes on with the first of these.`},
	{name: "group-offsets-without-reset", scenario: "nothing-fails", rules: []string{"FK002"}, harm: stall, quiet: true, about: `
A new group has no offsets, and nothing says what then: the source fails, again and again.`},
	{name: "changed-query", scenario: "query-changes", rules: []string{"FC014"}, harm: loss, quiet: true, about: `
A job counts orders by customer. It is stopped with a savepoint and goes on with a query that counts distinct orders, in which
Flink gives the operators other ids. With execution.state-recovery.ignore-unclaimed-state the old counts are dropped without
a word and begin anew: lost are the 1000 orders that were in them. Without, Flink refuses to start the job and names the
operator; here the old query is started instead and has all counts.`},
}
