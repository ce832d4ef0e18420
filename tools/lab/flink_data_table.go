package main

// dataTable has the experiments with the data of Flink's jobs: rows that do not fit, windows, and documents for
// Elasticsearch.
var dataTable = []experiment{
	{name: "json-ignore-parse-errors", scenario: "records-cut-off", rules: []string{"FS001"}, harm: loss, quiet: true, about: `
Each tenth record is cut off in the middle. With json.ignore-parse-errors the source passes over it. The mended job reads
the topic raw, parses in the query and writes what it cannot read to a topic of its own.`},
	{name: "not-null-drop", scenario: "records-incomplete", rules: []string{"FS007"}, harm: loss, quiet: true, about: `
Each tenth record leaves out a field whose column is NOT NULL in the sink. With table.exec.sink.not-null-enforcer=DROP
the sink passes over it. The mended job writes such rows to a topic of their own.`},
	{name: "late-rows", scenario: "late-service", rules: []string{"FW002"}, harm: loss, quiet: true, about: `
Two services write their orders to a topic, and what the second one sends is six seconds late. A job counts them in
windows of ten seconds. Where the watermark leaves no time, the first service closes each window before the orders of
the second one are there. With a delay of 30 seconds all are counted.`},
	{name: "idle-partition", scenario: "quiet-partition", rules: []string{"FW003"}, harm: stall, quiet: true, about: `
Both partitions of a topic get records, and then one of them gets none for some time, while 1000 come to the other.
Without an idle timeout the watermark stays where the quiet partition was, and the windows write nothing.`},
	{name: "idle-timeout-short", scenario: "partition-behind", rules: []string{"FW004"}, harm: loss, quiet: true, about: `
Two services write to a partition each, every few seconds, and the second one is 16 seconds behind. With an idle timeout of a
second its partition does not count between two of its writes, so that the first service closes windows that it has not yet
written to. With a minute the watermark waits for it.`},
	{name: "es-failures-ignored", scenario: "elasticsearch-busy", rules: []string{"FS011"}, harm: loss, quiet: true, about: `
Elasticsearch turns documents away for up to ten seconds (429, its queue is full), in which 1000 records are sent. With
failure-handler=ignore they are gone. With a backoff they are sent again.`},
	{name: "es-no-backoff", scenario: "elasticsearch-busy-for-long", rules: []string{"FS012"}, harm: stall, quiet: true, about: `
Elasticsearch turns documents away until it has done so with twelve requests, or the job gives up. Both sides allow four
failures within five minutes. Without a backoff each request that is turned away is one, and the fifth ends the job.`},
	{name: "es-flush-off", scenario: "process-dies-unwritten", rules: []string{"FS015"}, harm: loss, quiet: true, about: `
Elasticsearch does not answer for some seconds, in which 1000 records are sent, and then the job's process is killed. With
sink.flush-on-checkpoint=false a checkpoint is complete in between that counts them as written. Without, it waits.`},
	{name: "es-no-primary-key", scenario: "process-dies-unheard", rules: []string{"FS013"}, harm: duplication, quiet: true, about: `
The job's process is killed when 1000 documents are stored and no checkpoint has been made since. It goes on from the
last one and writes them again. With a PRIMARY KEY a document that is written again replaces itself.`},
}
