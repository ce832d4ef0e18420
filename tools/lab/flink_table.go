package main

// flinkTable has the experiments with jobs of Flink.
var flinkTable = []experiment{
	{name: "checkpointing-off", scenario: "process-dies", rules: []string{"FC001", "FC002"}, harm: duplication, quiet: true, about: `
A job has put 1000 records through when its process is killed, and it is started again. Without checkpoints there is nothing
to go on from: offsets are committed only at checkpoints, so the group has none either, and all is read again from the
beginning. With checkpoints it goes on where the last one was.`},
}
