package chain

import (
	"regexp"
	"slices"
	"strings"

	"github.com/kcfglint/kcfglint/internal/model"
)

// external is a thing outside of Kafka that records come from or go to.
type external struct {
	kind, name, system, note string
	none                     bool // there is no such thing: rows are made up, or thrown away
}

// tableOf says what a table of Flink stands for.
func tableOf(c *model.Component) external {
	connector := strings.ToLower(text(c, "connector"))
	switch {
	case slices.Contains([]string{"datagen", "faker", "print", "blackhole", "values"}, connector):
		return external{none: true}
	case strings.HasPrefix(connector, "elasticsearch"), strings.HasPrefix(connector, "opensearch"):
		return known(external{kind: engine(connector) + " index", name: text(c, "index"), system: hosts(text(c, "hosts"))})
	case connector == "jdbc":
		return known(external{kind: "jdbc table", name: text(c, "table-name"), system: database(text(c, "url"))})
	case strings.HasSuffix(connector, "-cdc"):
		return changeLog(c, connector)
	case connector == "mongodb":
		return known(external{kind: "mongodb collection", name: dotted(text(c, "database"), text(c, "collection"))})
	case connector == "filesystem":
		return known(external{kind: "files", name: address(text(c, "path"))})
	case connector == "":
		return known(external{kind: "external system"})
	}
	return known(external{kind: connector + " table"})
}

func changeLog(c *model.Component, connector string) external {
	host := text(c, "hostname")
	if host == "" {
		host = text(c, "hosts")
	}
	table := text(c, "table-name")
	if table == "" {
		table = text(c, "collection")
	}
	schema := text(c, "schema-name")
	if schema == "" {
		schema = text(c, "database-name")
	}
	if table == "" {
		schema = ""
	}
	return known(external{kind: strings.TrimSuffix(connector, "-cdc") + " table", name: dotted(schema, table), system: hosts(host)})
}

// sinkConnector adds the ways through a sink connector: from each topic to what it is
// written to.
func (g *graph) sinkConnector(c *model.Component) {
	for _, topic := range c.Links.Topics {
		n := g.add(c, Sink)
		g.read(n, c, []string{topic}, "")
		g.sinkTo(n, c, topic)
	}
	if len(c.Links.Topics) == 0 {
		n := g.add(c, Sink)
		g.read(n, c, nil, c.Links.TopicPattern)
		g.sinkTo(n, c, "")
	}
}

func (g *graph) sinkTo(n *node, c *model.Component, topic string) {
	lead(n, g.system(c, Target, targetOf(c, topic)))
	if failed := deadLetters(c); failed != "" {
		g.putAside(n, c, failed)
	}
}

// targetOf says where a sink connector writes the records of a topic.
func targetOf(c *model.Component, topic string) external {
	class := strings.ToLower(text(c, "connector.class"))
	if rerouted(c) {
		topic = ""
	}
	switch {
	case strings.Contains(class, "elasticsearch"), strings.Contains(class, "opensearch"):
		return known(external{kind: engine(class) + " index", name: indexOf(c, class, topic), system: hosts(text(c, "connection.url"))})
	case strings.HasSuffix(class, "jdbcsinkconnector"), strings.HasSuffix(class, ".jdbcsink"):
		return known(external{kind: "jdbc table", name: named(text(c, "table.name.format"), topic), system: database(text(c, "connection.url"))})
	case strings.HasSuffix(class, "mongosinkconnector"):
		collection := text(c, "collection")
		if collection == "" {
			collection = topic
		}
		return known(external{kind: "mongodb collection", name: dotted(text(c, "database"), collection)})
	case strings.HasSuffix(class, "s3sinkconnector"):
		return known(external{kind: "bucket", name: text(c, "s3.bucket.name")})
	}
	return known(external{kind: "external system"})
}

func engine(class string) string {
	if strings.Contains(class, "opensearch") {
		return "opensearch"
	}
	return "elasticsearch"
}

// indexOf is the index of a topic: its own name in lower case, unless the connector maps it
// (ElasticsearchSinkTask.convertTopicToIndexName). Of other vendors' connectors, and of data
// streams, nothing is known.
func indexOf(c *model.Component, class, topic string) string {
	for _, key := range []string{"topic.index.map", "topic.to.external.resource.mapping", "external.resource.usage", "data.stream.type", "data.stream.dataset"} {
		if c.Get(key) != nil {
			return ""
		}
	}
	if topic == "" || !strings.HasPrefix(class, "io.confluent.connect.elasticsearch.") {
		return ""
	}
	index := strings.ToLower(topic)
	if strings.ContainsAny(index[:1], "-_") {
		return ""
	}
	return index
}

// named fills the topic into the format of a table's name.
func named(format, topic string) string {
	if format == "" {
		format = "${topic}"
	}
	if topic == "" && strings.Contains(format, "${topic}") {
		return ""
	}
	name := strings.ReplaceAll(format, "${topic}", topic)
	if strings.Contains(name, "${") {
		return ""
	}
	return name
}

// rerouted reports whether transformations may give a record another topic.
func rerouted(c *model.Component) bool {
	for i := range c.Settings {
		s := &c.Settings[i]
		if strings.HasPrefix(s.Key, "transforms.") && strings.HasSuffix(s.Key, ".type") && !stays.MatchString(s.Value) {
			return true
		}
	}
	return false
}

// stays are the transformations of Kafka and Debezium that leave the topic alone.
var stays = regexp.MustCompile(`^org\.apache\.kafka\.connect\.transforms\.(InsertField|ReplaceField|MaskField|ValueToKey|HoistField|ExtractField|` +
	`SetSchemaMetadata|TimestampConverter|Flatten|Cast|Filter|InsertHeader|DropHeaders|HeaderFrom)(\$(Key|Value))?$|` +
	`^io\.debezium\.transforms\.ExtractNewRecordState$`)

// sourceConnector adds the ways through a source connector: from each table to its topic.
func (g *graph) sourceConnector(c *model.Component) {
	system := external{kind: "external system", system: sourceSystem(c)}
	class := text(c, "connector.class")
	if twoPart.MatchString(class) {
		system.kind = "table"
		if routes := tableTopics(c); len(routes) > 0 {
			for _, r := range routes {
				n := g.add(c, Producer)
				from := system
				from.name = r[0]
				lead(g.system(c, Outside, from), n)
				g.write(n, c, []string{r[1]})
			}
			return
		}
	}
	n := g.add(c, Producer)
	for i := range fileSources {
		if f := &fileSources[i]; f.class.MatchString(class) {
			system = external{kind: "files", name: address(text(c, f.path))}
		}
	}
	if !madeUp.MatchString(class) {
		lead(g.system(c, Outside, known(system)), n)
	}
	topics := c.Links.Topics
	if rerouted(c) {
		topics = nil
	}
	g.write(n, c, topics)
}

// fileSources are the connectors that read files, such as the logs of a service, with the key
// that says where these are.
var fileSources = []struct {
	class *regexp.Regexp
	path  string
}{
	{regexp.MustCompile(`^(org\.apache\.kafka\.connect\.file\.)?FileStreamSource(Connector)?$`), "file"},
	{regexp.MustCompile(`^com\.github\.jcustenborder\.kafka\.connect\.spooldir\.\w+$`), "input.path"},
	{regexp.MustCompile(`^io\.streamthoughts\.kafka\.connect\.filepulse\.source\.FilePulseSourceConnector$`), "fs.listing.directory.path"},
}

// madeUp are the connectors that make their records up.
var madeUp = regexp.MustCompile(`(?i)(^|\.)(datagen\w*|mocksource\w*|verifiablesource\w*)$`)

// tableTopics are the tables that a Debezium connector is told to read, with their topics:
// the prefix, a dot and the table (DefaultTopicNamingStrategy). None if it may be otherwise.
func tableTopics(c *model.Component) [][2]string {
	prefix := text(c, "topic.prefix")
	if prefix == "" {
		prefix = text(c, "database.server.name")
	}
	if prefix == "" || rerouted(c) || c.Get("topic.naming.strategy") != nil || c.Get("topic.delimiter") != nil {
		return nil
	}
	var routes [][2]string
	for _, table := range strings.Split(text(c, "table.include.list"), ",") {
		table = strings.TrimSpace(table)
		if !plainTable.MatchString(table) {
			return nil // a regular expression, or nothing
		}
		table = strings.ReplaceAll(table, `\.`, ".")
		routes = append(routes, [2]string{table, prefix + "." + table})
	}
	return routes
}

// twoPart are the connectors whose topics are named as their lists of tables are.
var twoPart = regexp.MustCompile(`^io\.debezium\.connector\.(mysql|mariadb|postgresql)\.`)

var plainTable = regexp.MustCompile(`^\w+(\\?\.\w+)+$`)

func sourceSystem(c *model.Component) string {
	if host := text(c, "database.hostname"); host != "" {
		return hosts(host)
	}
	return database(text(c, "connection.url"))
}

// known adds what is not known of a thing.
func known(x external) external {
	if x.name == "" {
		x.note = "its name is not in these files"
	}
	return x
}

// text is the value of a setting, "" if it is a secret or not known.
func text(c *model.Component, key string) string {
	s := c.Get(key)
	if s == nil || s.Secret != nil || s.State == model.Unknown {
		return ""
	}
	if value := strings.TrimSpace(s.Value); key == "table.name.format" || !strings.Contains(value, "${") {
		return value
	}
	return ""
}

func dotted(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + "." + b
}

// hosts are the servers of a list, without credentials.
func hosts(list string) string {
	var out []string
	for _, one := range strings.FieldsFunc(list, func(r rune) bool { return r == ';' || r == ',' }) {
		if one = address(strings.TrimSpace(one)); one != "" {
			out = append(out, one)
		}
	}
	return strings.Join(out, ",")
}

// place is what may be shown of an address: scheme, host, port and path. A text that may
// hold credentials in another way than before the host does not match.
var place = regexp.MustCompile(`^((?:[A-Za-z][A-Za-z0-9+.-]*:)*//)?(?:[^/@?;#\s]*@)?([A-Za-z0-9][A-Za-z0-9_.-]*(?::\d+)?)?((?:/[A-Za-z0-9_.{}|-]*)*)$`)

// address returns an address without credentials and parameters, "" if it is of no form
// of which that is sure.
func address(url string) string {
	if strings.Count(url, "@") > 1 {
		return ""
	}
	if !strings.Contains(url, "@") {
		url, _, _ = strings.Cut(url, "?")
	}
	m := place.FindStringSubmatch(url)
	if m == nil {
		return ""
	}
	return m[1] + m[2] + m[3]
}

// database is a JDBC address without credentials and parameters.
func database(url string) string {
	if !strings.Contains(url, "@") {
		url, _, _ = strings.Cut(url, ";")
	}
	return address(url)
}
