package parse

import (
	"path"
	"slices"
	"strings"

	"github.com/kcfglint/kcfglint/internal/catalog"
	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/internal/parse/syntax"
)

// image is how the start script of a container image turns environment variables into
// properties.
type image struct {
	kind model.Kind
	// match reports whether a repository, without registry and tag, is of this image.
	match func(repository string) bool
	// prefix of the variables that are properties.
	prefix string
	// Two and three underscores; one is a dot. "" is as many dots.
	two, three string
	// bare are variables without the prefix that stand for keys.
	bare map[string]string
	// notKeys are prefixes of variables with the prefix that are none.
	notKeys []string
	// unknown are keys to which the script gives a value where none is given.
	unknown []string
	// createTopics is the variable that names topics to create.
	createTopics string
	// version of Kafka by the tag, or nil.
	version func(tag string) []int
	// of says whose version that is.
	of string
}

// shellOnly are variables of all Kafka images that the shell scripts read.
var shellOnly = []string{"KAFKA_HEAP_OPTS", "KAFKA_OPTS", "KAFKA_JMX_", "KAFKA_LOG4J_", "KAFKA_JVM_", "KAFKA_GC_", "KAFKA_DEBUG",
	"KAFKA_VERSION", "KAFKA_HOME", "KAFKA_CLUSTER_ID", "KAFKA_CREATE_TOPICS", "KAFKA_TOOLS_", "KAFKA_USER", "KAFKA_DIR", "KAFKA_BASE_DIR",
	"KAFKA_BIN_DIR", "KAFKA_CONFIG_", "KAFKA_MOUNTED_", "KAFKA_KRAFT_", "KAFKA_ENABLE_", "KAFKA_CLIENT_", "KAFKA_INTER_BROKER_USER",
	"KAFKA_INTER_BROKER_PASSWORD", "KAFKA_CONTROLLER_USER", "KAFKA_CONTROLLER_PASSWORD", "KAFKA_CERTIFICATE_PASSWORD", "KAFKA_TLS_",
	"KAFKA_ZOOKEEPER_USER", "KAFKA_ZOOKEEPER_PASSWORD", "KAFKA_ZOOKEEPER_TLS", "KAFKA_ZOOKEEPER_PROTOCOL", "KAFKA_INITIAL_", "KAFKA_REST_",
	"KAFKA_ADVERTISED_HOST_NAME_COMMAND", "KAFKA_SKIP_", "KAFKA_EXTRA_FLAGS", "KAFKA_SASL_", "KAFKA_SSL_KEYSTORE_FILENAME",
	"KAFKA_SSL_KEYSTORE_CREDENTIALS", "KAFKA_SSL_KEY_CREDENTIALS", "KAFKA_SSL_TRUSTSTORE_FILENAME", "KAFKA_SSL_TRUSTSTORE_CREDENTIALS"}

var connectShellOnly = []string{"CONNECT_LOG4J_", "CONNECT_JMX_", "CONNECT_HEAP_OPTS", "CONNECT_OPTS", "CONNECT_CUB_"}

// sampled are what the server.properties has that comes with Kafka, besides what
// decidedByImage names. Images that edit that file have its values where none is given.
var sampled = append([]string{"process.roles", "controller.quorum.voters", "controller.quorum.bootstrap.servers", "controller.listener.names",
	"listener.security.protocol.map", "inter.broker.listener.name", "zookeeper.connect", "num.partitions", "offsets.topic.replication.factor",
	"transaction.state.log.replication.factor", "transaction.state.log.min.isr", "share.coordinator.state.topic.replication.factor",
	"share.coordinator.state.topic.min.isr", "log.retention.hours", "log.segment.bytes"}, decidedByImage...)

// decidedByImage are the broker's keys to which most images give a value of their own.
var decidedByImage = []string{"log.dirs", "log.dir", "listeners", "advertised.listeners", "broker.id", "node.id"}

// images are those whose start scripts are known. What no entry matches is taken for one
// of Confluent's if its variables leave no doubt what they are.
var images = []image{
	{ // Confluent Platform: cub and dub's "kafka.properties.template"
		kind: model.Broker, match: named("cp-kafka", "cp-server", "cp-enterprise-kafka"), prefix: "KAFKA_",
		two: "-", three: "_", notKeys: shellOnly, unknown: decidedByImage, version: confluentVersion, of: model.OfBroker,
		bare: map[string]string{"KAFKA_ZOOKEEPER_CLIENT_CNXN_SOCKET": "zookeeper.clientCnxnSocket"},
	},
	{ // Apache: KafkaDockerWrapper and docker/resources/common-scripts
		kind: model.Broker, match: within("apache/kafka", "apache/kafka-native"), prefix: "KAFKA_",
		two: "_", three: "-", notKeys: slices.DeleteFunc(slices.Clone(shellOnly), func(p string) bool { return p == "KAFKA_SASL_" }),
		unknown: decidedByImage, version: plainVersion, of: model.OfBroker,
	},
	{ // Bitnami: libkafka.sh, kafka_configure_from_environment_variables
		kind: model.Broker, match: func(r string) bool { return path.Base(r) == "kafka" && strings.Contains(r, "bitnami") }, prefix: "KAFKA_CFG_",
		unknown: sampled, version: plainVersion, of: model.OfBroker,
	},
	{ // Debezium: docker-entrypoint.sh of the image kafka
		kind: model.Broker, match: within("debezium/kafka"), prefix: "KAFKA_", notKeys: shellOnly,
		bare:    map[string]string{"BROKER_ID": "broker.id", "NODE_ID": "node.id", "ZOOKEEPER_CONNECT": "zookeeper.connect"},
		unknown: sampled, createTopics: "CREATE_TOPICS",
	},
	{ // wurstmeister: start-kafka.sh
		kind: model.Broker, match: within("wurstmeister/kafka"), prefix: "KAFKA_", notKeys: shellOnly,
		unknown: sampled, createTopics: "KAFKA_CREATE_TOPICS", version: scalaVersion, of: model.OfBroker,
	},
	{ // Confluent's Connect workers
		kind: model.ConnectWorker, match: contains("cp-kafka-connect", "cp-server-connect", "kafka-connect"), prefix: "CONNECT_",
		two: "-", three: "_", notKeys: connectShellOnly, unknown: []string{"plugin.path"}, version: confluentVersion, of: model.OfConnect,
	},
	{ // Debezium: docker-entrypoint.sh of the image connect
		kind: model.ConnectWorker, match: contains("debezium/connect"), prefix: "CONNECT_", notKeys: connectShellOnly,
		bare: map[string]string{"BOOTSTRAP_SERVERS": "bootstrap.servers", "GROUP_ID": "group.id", "CONFIG_STORAGE_TOPIC": "config.storage.topic",
			"OFFSET_STORAGE_TOPIC": "offset.storage.topic", "STATUS_STORAGE_TOPIC": "status.storage.topic", "KEY_CONVERTER": "key.converter",
			"VALUE_CONVERTER": "value.converter", "OFFSET_FLUSH_INTERVAL_MS": "offset.flush.interval.ms",
			"OFFSET_FLUSH_TIMEOUT_MS": "offset.flush.timeout.ms", "SHUTDOWN_TIMEOUT": "task.shutdown.graceful.timeout.ms"},
		unknown: []string{"plugin.path", "key.converter", "value.converter", "bootstrap.servers", "group.id", "offset.flush.interval.ms",
			"offset.flush.timeout.ms", "task.shutdown.graceful.timeout.ms", "rest.port", "rest.advertised.host.name"},
	},
	{ // Confluent's image of a single broker for development: configureDefaults
		kind: model.Broker, match: named("confluent-local"), prefix: "KAFKA_",
		two: "-", three: "_", notKeys: shellOnly, unknown: sampled, version: confluentVersion, of: model.OfBroker,
	},
}

func named(names ...string) func(string) bool {
	return func(repository string) bool { return slices.Contains(names, path.Base(repository)) }
}

// within matches a repository whatever registry it is pulled from.
func within(names ...string) func(string) bool {
	return func(repository string) bool {
		return slices.ContainsFunc(names, func(n string) bool { return repository == n || strings.HasSuffix(repository, "/"+n) })
	}
}

func contains(words ...string) func(string) bool {
	return func(repository string) bool {
		return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(repository, w) })
	}
}

// telling are the variables that leave no doubt whose they are, in any image.
var (
	ofBrokers = []string{"KAFKA_ADVERTISED_LISTENERS", "KAFKA_PROCESS_ROLES", "KAFKA_LISTENER_SECURITY_PROTOCOL_MAP",
		"KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR", "KAFKA_INTER_BROKER_LISTENER_NAME"}
	ofBitnami = []string{"KAFKA_CFG_LISTENERS", "KAFKA_CFG_ADVERTISED_LISTENERS", "KAFKA_CFG_PROCESS_ROLES", "KAFKA_CFG_ZOOKEEPER_CONNECT"}
	ofWorkers = []string{"CONNECT_CONFIG_STORAGE_TOPIC", "CONNECT_OFFSET_STORAGE_TOPIC", "CONNECT_STATUS_STORAGE_TOPIC"}
)

// role returns the image by which a container's variables are read, or nil.
func (c container) role() *image {
	repository, _ := c.repository()
	for i := range images {
		if images[i].match(repository) {
			if !c.has(&images[i]) {
				return nil
			}
			return &images[i]
		}
	}
	switch {
	case c.variable(ofBitnami...) != nil:
		return &images[2]
	case c.variable(ofBrokers...) != nil:
		return &images[0]
	case c.variable(ofWorkers...) != nil:
		return &images[5]
	}
	return nil
}

// has reports whether a container sets anything of what its image reads.
func (c container) has(i *image) bool {
	if v := c.variable("KAFKA_ADVERTISED_LISTENERS"); v != nil && !v.unknown && !strings.Contains(v.value, ":") && !isPlaceholder(v.value) {
		return false // Confluent's start script demands the variable also where only tools are run
	}
	if i.kind == model.Broker && (len(topicCommands(c)) > 0 && !c.joins(i) || c.runsTools()) {
		return false // it only creates topics, or whatever else clients do
	}
	return slices.ContainsFunc(c.env, func(v variable) bool { _, ok := i.key(v.name); return ok })
}

// runsTools reports whether the command of a container replaces the image's own by what does
// not start a broker: Kafka's tools for clients, or waiting.
func (c container) runsTools() bool {
	tools := false
	for _, n := range c.command {
		for word := range strings.FieldsFuncSeq(commandText(n), func(r rune) bool { return strings.ContainsRune(" \t\r\n;|&()'\"", r) }) {
			base := strings.TrimSuffix(path.Base(word), ".sh")
			if strings.Contains(base, "run") || strings.Contains(base, "start") || strings.Contains(base, "entrypoint") || isPlaceholder(word) {
				return false
			}
			tools = tools || slices.Contains(clientTools, base)
		}
	}
	return tools
}

// clientTools are commands that containers with the image of a broker run instead of one.
var clientTools = []string{"sleep", "tail", "cub", "kafka-topics", "kafka-configs", "kafka-acls", "kafka-console-producer",
	"kafka-console-consumer", "kafka-avro-console-producer", "kafka-avro-console-consumer", "kafka-producer-perf-test",
	"kafka-consumer-perf-test", "kafka-consumer-groups", "kafka-verifiable-producer", "kafka-verifiable-consumer",
	"kafka-broker-api-versions", "kafka-streams-application-reset"}

// commandText is a command as one text.
func commandText(n *syntax.Node) string {
	var words []string
	for _, item := range items(n) {
		words = append(words, item.Str())
	}
	if isSet(n) {
		words = append(words, n.Text)
	}
	return strings.Join(words, " ")
}

// joins reports whether a container says to which cluster its broker belongs.
func (c container) joins(i *image) bool {
	return slices.ContainsFunc(c.env, func(v variable) bool {
		key, _ := i.key(v.name)
		return key == "process.roles" || key == "zookeeper.connect" && (v.unknown || strings.ContainsAny(v.value, ":$"))
	})
}

func (c container) ofKafka() bool { return c.role() != nil || len(topicCommands(c)) > 0 }

// repository returns the image's name without registry and tag, and its tag.
func (c container) repository() (name, tag string) {
	if !isSet(c.image) {
		return "", ""
	}
	text, _, _ := strings.Cut(c.image.Text, "@")
	if i := strings.LastIndexByte(text, ':'); i > strings.LastIndexByte(text, '/') && strings.Count(text[i:], "{") == strings.Count(text[i:], "}") {
		text, tag = text[:i], text[i+1:]
	}
	return strings.ToLower(text), tag
}

// key returns the property that a variable stands for.
func (i *image) key(name string) (string, bool) {
	if key := i.bare[name]; key != "" {
		return key, true
	}
	rest, ok := strings.CutPrefix(name, i.prefix)
	if !ok || rest == "" || slices.ContainsFunc(i.notKeys, func(p string) bool { return strings.HasPrefix(name, p) }) {
		return "", false
	}
	rest = strings.ToLower(rest)
	if i.two == "" {
		return strings.ReplaceAll(rest, "_", "."), true
	}
	var b strings.Builder
	for rest != "" {
		n := len(rest) - len(strings.TrimLeft(rest, "_"))
		switch n {
		case 0:
			b.WriteByte(rest[0])
			n = 1
		case 1:
			b.WriteByte('.')
		case 2:
			b.WriteString(i.two)
		default:
			b.WriteString(i.three)
			n = 3
		}
		rest = rest[n:]
	}
	return b.String(), true
}

// emit makes the component that a container's environment configures.
func (i *image) emit(out *Output, c container) *model.Component {
	component := out.Component(i.kind, c.anchor, c.name, c.span)
	if c.partial {
		component.Complete = atMost(component.Complete, model.Partial)
	}
	repository, tag := c.repository()
	if !i.match(repository) {
		component.Complete = atMost(component.Complete, model.Partial) // an image of one's own may set anything
	} else if i.version != nil {
		if number := i.version(tag); number != nil {
			component.Versions[i.of] = model.Version{Number: number, Evidence: evidence("image", c.image)}
		}
	}
	for _, key := range i.unknown {
		component.Add(model.Setting{Key: key, State: model.Unknown})
	}
	var config connectConfig
	for _, v := range c.env {
		key, ok := i.key(v.name)
		if !ok {
			continue
		}
		if v.unknown {
			component.Add(model.Setting{Key: key, Written: v.name, KeySpan: v.nameSpan, ValueSpan: v.nameSpan, State: model.Unknown})
			continue
		}
		config = append(config, connectEntry{key: key, value: fromProperties(v.value), keySpan: v.nameSpan, valueSpan: v.valueSpan, written: v.name})
	}
	if i.kind == model.ConnectWorker {
		fillWorker(out, component, config)
	} else {
		config.fill(component, model.Explicit)
		link(component)
	}
	putCount(component, "@replicas", c.replicas)
	if isSet(c.image) {
		putFact(component, "@image", c.image.Text, c.image.Span)
	}
	return component
}

// fromProperties is what remains of a variable's value: the start scripts write it into a
// properties file as it is, where a backslash escapes or joins lines. Further lines would be
// keys of their own; such a value is left alone.
func fromProperties(value string) string {
	if !strings.Contains(value, `\`) {
		return value
	}
	pairs, _, errs := syntax.ParseProperties(syntax.NewSource(syntax.NewFile("", "k="+value)))
	if len(pairs) != 1 || len(errs) > 0 {
		return value
	}
	return pairs[0].Value
}

// plainVersion reads the version of Kafka at the start of a tag: 3.9.0, 3.9.0-debian-12-r1.
func plainVersion(tag string) []int {
	tag, _, _ = strings.Cut(tag, "-")
	if !strings.Contains(tag, ".") {
		return nil
	}
	number, err := catalog.ParseVersion(tag)
	if err != nil {
		return nil
	}
	return number
}

// scalaVersion reads a tag that begins with the version of Scala: 2.13-2.8.1.
func scalaVersion(tag string) []int {
	_, kafka, ok := strings.Cut(tag, "-")
	if !ok {
		return nil
	}
	return plainVersion(kafka)
}

// confluentVersion returns the release of Kafka in one of the Confluent Platform: 5.0 has
// 2.0, 6.0 has 2.6, 7.0 has 3.0 and 8.0 has 4.0 (Confluent Platform and Apache Kafka compatibility).
func confluentVersion(tag string) []int {
	number := plainVersion(tag)
	if len(number) < 2 {
		return nil
	}
	base, ok := map[int][2]int{5: {2, 0}, 6: {2, 6}, 7: {3, 0}, 8: {4, 0}}[number[0]]
	if !ok || number[0] == 6 && number[1] > 2 || number[0] == 5 && number[1] > 5 {
		return nil
	}
	return []int{base[0], base[1] + number[1]}
}
