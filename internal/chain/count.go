package chain

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/kcfglint/kcfglint/internal/catalog"
	"github.com/kcfglint/kcfglint/internal/model"
)

// producerStep counts what a service, or a source connector, has sent.
func (h *Hop) producerStep() Step {
	if h.Kind == string(model.SourceConnector) {
		return Step{
			Counts: "the records that its tasks wrote, since they started",
			Run:    []string{fmt.Sprintf("jconsole <CONNECT_WORKER>  # kafka.connect:type=source-task-metrics,connector=%q,task=*  source-record-poll-total, source-record-write-total", h.Name)},
			Notes:  []string{"what transformations drop is polled and not written"},
		}
	}
	id := "<CLIENT_ID>"
	if known := text(h.component, "client.id"); known != "" {
		id = known
	}
	return Step{
		Counts: "the records that the service says it sent: its own log, and what the client counts since it started",
		Run: []string{
			"grep -c '<TEXT_LOGGED_FOR_EACH_RECORD>' '<LOG_OF_SERVICE_FROM_TO>'",
			fmt.Sprintf("jconsole <SERVICE>  # kafka.producer:type=producer-metrics,client-id=%s  record-send-total, record-error-total", id),
		},
		Notes: []string{"record-error-total counts what was given up; an application that ignores the result of send() logs nothing of it"},
	}
}

// topicStep counts the records of a topic. What the tools print and take was tried with
// those of Kafka 2.8, 3.0, 3.9 and 4.1 to 4.3.
func (h *Hop) topicStep(writer *Hop) Step {
	topic, servers := "<TOPIC>", h.servers()
	if h.Known {
		topic = h.Name
	}
	offsets := fmt.Sprintf("kafka-get-offsets.sh --bootstrap-server %s --topic %s", servers, shell(regexp.QuoteMeta(topic))) // it takes a pattern
	properties := "--property print.timestamp=true --property print.value=false"
	var notes []string
	switch v, ok := h.release(writer); {
	case ok && catalog.Compare(v, []int{3, 0}) < 0:
		offsets = fmt.Sprintf("kafka-run-class.sh kafka.tools.GetOffsetShell --broker-list %s --topic %s", servers, shell(topic))
	case ok && catalog.Compare(v, []int{4, 2}) >= 0: // KIP-1147
		properties = strings.ReplaceAll(properties, "--property", "--formatter-property")
	case !ok:
		notes = append(notes, fmt.Sprintf("before Kafka 3.0: kafka-run-class.sh kafka.tools.GetOffsetShell --broker-list %s --topic %s; from 4.2 on the consumer's --property is --formatter-property", servers, shell(topic)))
	}
	notes = append(notes, "a partition without a record at or after a time has no line, or an empty one: take its offset of --time -1",
		"an offset is that of the first record that is not older than the time, so where timestamps are out of order, and with markers of transactions and gaps of compaction, the difference is not the number of records: the last command counts them one by one, from the beginning of the topic")
	step := Step{
		Counts: "the records of the window: the sum over all partitions of the offset at its end less that at its beginning, by the timestamps of the records",
		Run: []string{
			offsets + " --time <FROM_MS>",
			offsets + " --time <TO_MS>",
			fmt.Sprintf("kafka-console-consumer.sh --bootstrap-server %s --topic %s --from-beginning --isolation-level read_committed --timeout-ms 60000 %s | awk -F'[:\\t]' '$2 >= <FROM_MS> && $2 < <TO_MS>' | wc -l",
				servers, shell(topic), properties),
		},
	}
	switch {
	case writer == nil || !writer.Known:
		notes = append(notes, "if it is written in transactions, each leaves a marker of one offset in each partition, and aborted records have offsets: then only the last count, which is read_committed, is one of records")
	case writer.transactional():
		notes = append(notes, "it is written in transactions: each leaves a marker of one offset in each partition, and aborted records have offsets, so only the last count, which is read_committed, is one of records")
	}
	step.Notes = notes
	return step
}

// transactional reports whether a hop writes in transactions.
func (h *Hop) transactional() bool {
	if h.component == nil {
		return false
	}
	for _, c := range append([]*model.Component{h.component}, h.parts...) {
		if c.Links.TransactionalID != "" || c.Links.TransactionalPrefix != "" || c.Get("@transactional") != nil || c.Get("transactional.id") != nil {
			return true
		}
	}
	return false
}

// release is the version of Kafka next to a topic, if it is known.
func (h *Hop) release(writer *Hop) ([]int, bool) {
	for _, hop := range []*Hop{h, writer} {
		if hop == nil || hop.component == nil {
			continue
		}
		if v, ok := hop.component.Versions[model.OfBroker]; ok && !v.Assumed && len(v.Number) > 0 {
			return v.Number, true
		}
	}
	return nil, false
}

func (h *Hop) servers() string {
	if h == nil || h.System == "" {
		return "<BOOTSTRAP_SERVERS>"
	}
	return shell(h.System)
}

// group is the command that tells the lag of a reader.
func (h *Hop) group(topic *Hop) string {
	group := "<GROUP>"
	for _, c := range append([]*model.Component{h.component}, h.parts...) {
		if c != nil && c.Links.Group != "" {
			group = shell(c.Links.Group)
			break
		}
	}
	return fmt.Sprintf("kafka-consumer-groups.sh --bootstrap-server %s --describe --group %s", topic.servers(), group)
}

// readerStep tells how far a consumer or a sink connector has read.
func (h *Hop) readerStep(topic *Hop) Step {
	step := Step{Counts: "what it has not read yet: the sum of LAG must be 0 before counts are compared", Run: []string{h.group(topic)}}
	if h.Kind == string(model.SinkConnector) {
		step.Run = append(step.Run, fmt.Sprintf("jconsole <CONNECT_WORKER>  # kafka.connect:type=sink-task-metrics,connector=%q,task=*  sink-record-read-total, sink-record-send-total; type=task-error-metrics  total-records-skipped, deadletterqueue-produce-requests", h.Name))
		if dlq := text(h.component, "errors.deadletterqueue.topic.name"); dlq != "" {
			step.Notes = append(step.Notes, "what could not be converted is in the dead letter queue "+shell(dlq)+": count that topic as well")
		}
	} else {
		step.Run = append(step.Run, "grep -c '<TEXT_LOGGED_FOR_EACH_RECORD>' '<LOG_OF_SERVICE_FROM_TO>'")
	}
	return step
}

// tableStep counts the rows of a table in Flink.
func (h *Hop) tableStep(before *Hop) Step {
	onKafka := false
	for _, part := range h.parts {
		onKafka = onKafka || part.Kind == model.Consumer || part.Kind == model.Producer
	}
	if !onKafka {
		return Step{Counts: "its rows are those of the system behind it", Notes: []string{"the sink itself counts numRecordsSend and numRecordsSendErrors in the metrics of its job"}}
	}
	where := "<EVENT_TIME_COLUMN> >= TIMESTAMP '<FROM_SQL>' AND <EVENT_TIME_COLUMN> < TIMESTAMP '<TO_SQL>'"
	if column := text(h.component, "@sql.watermark"); column != "" {
		from, to := "TIMESTAMP '<FROM_SQL>'", "TIMESTAMP '<TO_SQL>'"
		if text(h.component, "@sql.watermark.type") == "TIMESTAMP_LTZ" {
			from, to = "TO_TIMESTAMP_LTZ(<FROM_MS>, 3)", "TO_TIMESTAMP_LTZ(<TO_MS>, 3)"
		}
		where = fmt.Sprintf("%s >= %s AND %[1]s < %[3]s", backticks(column), from, to)
	}
	start := "'scan.startup.mode' = 'earliest-offset', "
	if text(h.component, "connector") == "upsert-kafka" {
		start = "" // it has no such option, and always reads from there
	}
	step := Step{
		Counts: "the rows that Flink makes of the topic",
		Run:    []string{"SET 'execution.runtime-mode' = 'batch';"},
		Notes:  []string{"scan.bounded.mode needs Flink 1.17; rows whose time is NULL are in no window: count them apart with IS NULL"},
	}
	if h.changes() {
		step = Step{
			Counts: "the rows that are left of the changes in the topic: the last line of the result",
			Run:    []string{"SET 'execution.runtime-mode' = 'streaming';", "SET 'sql-client.execution.result-mode' = 'tableau';"},
			Notes:  []string{"scan.bounded.mode needs Flink 1.17; batch mode refuses a table of changes; compare it with the number of keys, not of records"},
		}
	}
	// Another group: with checkpoints the query commits, and would move that of the job.
	step.Run = append(step.Run, fmt.Sprintf("SELECT COUNT(*) FROM %s /*+ OPTIONS(%s'scan.bounded.mode' = 'latest-offset', 'properties.group.id' = 'count-rows', 'properties.isolation.level' = 'read_committed') */ WHERE %s;",
		backticks(h.Name), start, where))
	if h.Layer == Source {
		step.Run = append(step.Run, h.group(before))
		step.Notes = append(step.Notes, "Flink commits offsets to the group at checkpoints, and starts from its own state: the lag is that of the last checkpoint")
	}
	return step
}

// changes reports whether the records of a table are changes of rows, which Flink refuses to
// read in batch mode (DynamicSourceUtils.validateScanSourceForBatch).
func (h *Hop) changes() bool {
	format := text(h.component, "value.format")
	if format == "" {
		format = text(h.component, "format")
	}
	return text(h.component, "connector") == "upsert-kafka" || changeFormat.MatchString(format)
}

var changeFormat = regexp.MustCompile(`^(debezium|canal|maxwell|ogg)-`)

// jobStep counts what goes into a job and out of it.
func (h *Hop) jobStep() Step {
	switch h.Kind {
	case string(model.FlinkJob):
		return Step{
			Counts: "what its operators took in, gave out, and dropped as too late, since it started; the first two commands tell the vertices and the operators",
			Run: []string{
				"curl -s '<FLINK_REST>/jobs/<JOB_ID>'",
				"curl -s '<FLINK_REST>/jobs/<JOB_ID>/vertices/<VERTEX_ID>/subtasks/metrics' | grep -oE '[^\"]*\\.(numRecordsIn|numLateRecordsDropped)\"'",
				"curl -s -g '<FLINK_REST>/jobs/<JOB_ID>/vertices/<VERTEX_ID>/subtasks/metrics?get=<OPERATOR>.numRecordsIn,<OPERATOR>.numRecordsOut,<OPERATOR>.numLateRecordsDropped&agg=sum'",
			},
			Notes: []string{"filters, joins and windows change the number of rows by design; counters begin again at 0 when the job restarts"},
		}
	case string(model.Streams):
		return Step{
			Counts: "what its tasks took in, and dropped",
			Run:    []string{"jconsole <SERVICE>  # kafka.streams:type=stream-task-metrics,thread-id=*,task-id=*  process-total, dropped-records-total"},
		}
	}
	return Step{Counts: "count the topics before and behind it"}
}

// systemStep counts what is in an index or a table.
func (h *Hop) systemStep(writer *Hop) Step {
	name := "<NAME>"
	if h.Known {
		name = h.Name
	}
	field := "<EVENT_TIME_COLUMN>"
	var notes []string
	grouped := false
	if writer != nil && writer.component != nil {
		if column := text(writer.component, "@sql.watermark"); column != "" {
			field = column
		}
		switch text(writer.component, "@sql.insert") {
		case "window":
			grouped = true
			notes = append(notes, "it holds one row for each window and key: compare the sum of a count that the query writes, not the number of rows")
		case "aggregate":
			grouped = true
			notes = append(notes, "it holds one row for each key: compare the sum of a count that the query writes, not the number of rows")
		}
	}
	switch {
	case strings.HasSuffix(h.Kind, " index"):
		return h.indexStep(name, field, grouped, notes)
	case strings.HasSuffix(h.Kind, "table"):
		counts, what := "the rows of the window", "COUNT(*)"
		if grouped {
			counts, what = "what the rows of the window have counted", "SUM(<COUNT_COLUMN>)"
		}
		return Step{Counts: counts, Notes: notes,
			Run: []string{fmt.Sprintf("SELECT %s FROM %s WHERE %s >= TIMESTAMP '<FROM_SQL>' AND %[3]s < TIMESTAMP '<TO_SQL>';", what, quoted(name), quoted(field))}}
	case h.Kind == "files" && h.Known && h.Layer == Outside:
		return Step{
			Counts: "the lines of the window, rotated files among them",
			Run:    []string{fmt.Sprintf("grep -rh '<TEXT_OF_EACH_RECORD_FROM_TO>' %s | wc -l", shell(name))},
			Notes:  []string{"a connector may have moved what it has read: SpoolDir to finished.path, and what failed to error.path"},
		}
	}
	return Step{Counts: "the records of the window in " + h.what() + " " + h.shown() + ", in the way of that system", Notes: notes}
}

// indexStep counts the documents of an index, or adds the counts up that they hold.
func (h *Hop) indexStep(name, field string, grouped bool, notes []string) Step {
	if strings.Contains(name, "{") {
		name = dynamic.ReplaceAllString(name, "*")
	}
	host := "<ELASTICSEARCH>"
	if h.System != "" {
		host, _, _ = strings.Cut(h.System, ",")
	}
	window := fmt.Sprintf(`"query": {"range": {%q: {"gte": "<FROM>", "lt": "<TO>", "format": "strict_date_optional_time"}}}`, field)
	counts, query, body := "the documents of the window", "/_count", "{"+window+"}"
	if grouped {
		counts, query, body = "what the documents of the window have counted", "/_search", `{"size": 0, `+window+`, "aggs": {"records": {"sum": {"field": "<COUNT_COLUMN>"}}}}`
	}
	return Step{
		Counts: counts,
		Run: []string{
			fmt.Sprintf("curl -s -X POST %s", shell(host+"/"+name+"/_refresh")),
			fmt.Sprintf("curl -s -H 'Content-Type: application/json' %s -d %s", shell(host+"/"+name+query), shell(body)),
		},
		Notes: append(notes, "documents of one id overwrite one another: duplicates do not show here, and a key that is too short shows as loss",
			"the field must be mapped as a date: dynamic mapping makes a text of 2026-01-31 00:00:00, which is how Flink's JSON format writes a time unless it is told otherwise"),
	}
}

// dynamic is the part of an index's name that comes from the record.
var dynamic = regexp.MustCompile(`\{[^}]*\}`)

var plainWord = regexp.MustCompile(`^[\w@%+=:,./<>-]+$`)

// shell quotes a text for a shell. What stands for something else keeps its brackets.
func shell(s string) string {
	if plainWord.MatchString(s) && !strings.ContainsAny(s, "<>") {
		return s
	}
	return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
}

func backticks(name string) string {
	return "`" + strings.ReplaceAll(name, "`", "``") + "`"
}

var plainName = regexp.MustCompile(`^[\w.<>]+$`)

// quoted writes a name for SQL, in quotes unless it needs none.
func quoted(name string) string {
	if plainName.MatchString(name) {
		return name
	}
	return `"` + strings.ReplaceAll(name, `"`, `""`) + `"`
}
