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

// topicStep counts the records of a topic.
func (h *Hop) topicStep(writer *Hop) Step {
	topic, servers := "<TOPIC>", h.servers()
	if h.Known {
		topic = h.Name
	}
	tool := "kafka-get-offsets.sh --bootstrap-server " + servers
	var notes []string
	switch v, ok := h.release(writer); {
	case ok && catalog.Compare(v, []int{3, 0}) < 0:
		tool = "kafka-run-class.sh kafka.tools.GetOffsetShell --broker-list " + servers
	case !ok:
		notes = append(notes, "before Kafka 3.0: kafka-run-class.sh kafka.tools.GetOffsetShell --broker-list "+servers)
	}
	notes = append(notes, "a time behind the last record gives no offset: take that of --time -1; compacted records leave gaps that are counted")
	step := Step{
		Counts: "the records of the window: the sum over all partitions of the offset at its end less that at its beginning, by the timestamps of the records",
		Run: []string{
			fmt.Sprintf("%s --topic %s --time <FROM_MS>", tool, shell(topic)),
			fmt.Sprintf("%s --topic %s --time <TO_MS>", tool, shell(topic)),
		},
		Notes: notes,
	}
	if writer == nil || !writer.Known || writer.transactional() {
		step.Run = append(step.Run, fmt.Sprintf("kafka-console-consumer.sh --bootstrap-server %s --topic %s --from-beginning --isolation-level read_committed --timeout-ms 60000 --property print.timestamp=true --property print.value=false | awk -F'[:\\t]' '$2 >= <FROM_MS> && $2 < <TO_MS>' | wc -l",
			servers, shell(topic)))
		note := "it is written in transactions: each leaves a marker of one offset in each partition, and aborted records have offsets, so only the last count, which is read_committed, is one of records"
		if writer == nil || !writer.Known {
			note = "if it is written in transactions, each leaves a marker of one offset in each partition, and aborted records have offsets: then only the count that is read_committed is one of records"
		}
		step.Notes = append(step.Notes, note)
	}
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
	where := "<EVENT_TIME_COLUMN> >= <FROM> AND <EVENT_TIME_COLUMN> < <TO>"
	if column := text(h.component, "@sql.watermark"); column != "" {
		from, to := "TIMESTAMP '<FROM>'", "TIMESTAMP '<TO>'"
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
		Run: []string{
			"SET 'execution.runtime-mode' = 'batch';",
			fmt.Sprintf("SELECT COUNT(*) FROM %s /*+ OPTIONS(%s'scan.bounded.mode' = 'latest-offset', 'properties.isolation.level' = 'read_committed') */ WHERE %s;", backticks(h.Name), start, where),
		},
		Notes: []string{"scan.bounded.mode needs Flink 1.17; rows whose time is NULL are in no window: count them apart with IS NULL"},
	}
	if h.Layer == Source {
		step.Run = append(step.Run, h.group(before))
		step.Notes = append(step.Notes, "Flink commits offsets to the group at checkpoints, and starts from its own state: the lag is that of the last checkpoint")
	}
	return step
}

// jobStep counts what goes into a job and out of it.
func (h *Hop) jobStep() Step {
	switch h.Kind {
	case string(model.FlinkJob):
		return Step{
			Counts: "what its operators took in, gave out, and dropped as too late, since it started",
			Run: []string{
				"curl -s '<FLINK_REST>/jobs/<JOB_ID>'",
				"curl -s '<FLINK_REST>/jobs/<JOB_ID>/vertices/<VERTEX_ID>/subtasks/metrics?get=numRecordsIn,numRecordsOut&agg=sum'",
				"curl -s '<FLINK_REST>/jobs/<JOB_ID>/vertices/<VERTEX_ID>/subtasks/metrics' | grep -o '[^\"]*numLateRecordsDropped'",
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
	if writer != nil && writer.component != nil {
		if column := text(writer.component, "@sql.watermark"); column != "" {
			field = column
		}
		switch text(writer.component, "@sql.insert") {
		case "window":
			notes = append(notes, "it holds one row for each window and key: compare the sum of a count that the query writes, not the number of rows")
		case "aggregate":
			notes = append(notes, "it holds one row for each key: compare the sum of a count that the query writes, not the number of rows")
		}
	}
	if strings.HasSuffix(h.Kind, " index") {
		if strings.Contains(name, "{") {
			name = dynamic.ReplaceAllString(name, "*")
		}
		host := "<ELASTICSEARCH>"
		if h.System != "" {
			host, _, _ = strings.Cut(h.System, ",")
		}
		return Step{
			Counts: "the documents of the window",
			Run: []string{
				fmt.Sprintf("curl -s -X POST %s", shell(host+"/"+name+"/_refresh")),
				fmt.Sprintf("curl -s -H 'Content-Type: application/json' %s -d %s", shell(host+"/"+name+"/_count"),
					shell(fmt.Sprintf(`{"query": {"range": {%q: {"gte": "<FROM>", "lt": "<TO>"}}}}`, field))),
			},
			Notes: append(notes, "documents of one id overwrite one another: duplicates do not show here, and a key that is too short shows as loss"),
		}
	}
	if strings.HasSuffix(h.Kind, "table") {
		return Step{Counts: "the rows of the window", Notes: notes,
			Run: []string{fmt.Sprintf("SELECT COUNT(*) FROM %s WHERE %s >= TIMESTAMP '<FROM>' AND %[2]s < TIMESTAMP '<TO>';", quoted(name), quoted(field))}}
	}
	return Step{Counts: "the records of the window in " + h.what() + " " + h.shown() + ", in the way of that system", Notes: notes}
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
