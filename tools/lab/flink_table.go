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
	{name: "transaction-timeout-short", scenario: "dies-before-the-commit", rules: []string{"FK012"}, harm: loss, quiet: true, about: `
The process is killed when a checkpoint is complete and its transaction is not yet committed, and the job is started again
after twelve seconds. A transaction.timeout.ms of ten is over by then: the broker has aborted the transaction, Flink logs an
error, drops what was to be committed and runs on. With half an hour, which the brokers
allow here, the transaction is committed at the start.`},
	{name: "exactly-once-without-checkpoints", scenario: "nothing-fails", rules: []string{"FC001", "FC002"}, harm: stall, quiet: true, about: `
Nothing fails. Transactions are committed at checkpoints, there are none, and a reader of committed records sees nothing for ever.`},
	{name: "latest-stateless-restart", scenario: "started-without-state", rules: []string{"FK001"}, harm: loss, quiet: true, about: `
A job is stopped, 2000 records are written, and it is started without its state, as an upgrade of its program often is. With
latest-offset it starts behind them. With group-offsets it goes on where the group has committed.`},
	{name: "latest-restored", scenario: "restored-after-expiry", rules: []string{"FK001"}, harm: loss, quiet: true, about: `
A job is stopped with a savepoint. Before it is started from the savepoint, 500 records expire, which are not counted, and 2000
are written after them and are still there. The offset of the savepoint is gone, and now scan.startup.mode decides: with
latest-offset the job jumps over all that is retained, with earliest-offset it goes on with the first of these.`},
	{name: "group-offsets-without-reset", scenario: "nothing-fails", rules: []string{"FK002"}, harm: stall, quiet: true, about: `
A new group has no offsets, and nothing says what then: the source fails, again and again.`},
}
