package model

import (
	"iter"
	"slices"
)

// Kind says what a component is; rules select components by it.
type Kind string

// The kinds of components.
const (
	Producer        Kind = "producer"
	Consumer        Kind = "consumer"
	ShareConsumer   Kind = "share-consumer"
	Admin           Kind = "admin"
	Streams         Kind = "streams"
	ConnectWorker   Kind = "connect-worker"
	SourceConnector Kind = "source-connector"
	SinkConnector   Kind = "sink-connector"
	Mirror          Kind = "mirror"
	Topic           Kind = "topic"
	Broker          Kind = "broker"
	FlinkCluster    Kind = "flink-cluster"
	FlinkJob        Kind = "flink-job"
	FlinkTable      Kind = "flink-table"
	FlinkCDC        Kind = "flink-cdc-pipeline"
	FlinkSnapshot   Kind = "flink-snapshot" // a savepoint or checkpoint that is asked for
	Shipper         Kind = "shipper"
)

// Kinds lists all kinds in the order of their declaration.
func Kinds() []Kind {
	return []Kind{Producer, Consumer, ShareConsumer, Admin, Streams, ConnectWorker, SourceConnector, SinkConnector,
		Mirror, Topic, Broker, FlinkCluster, FlinkJob, FlinkTable, FlinkCDC, FlinkSnapshot, Shipper}
}

// Software lists what a component's Versions can be of.
func Software() []string {
	return []string{OfClient, OfBroker, OfConnect, OfFlink, OfKafkaConnector, OfESConnector, OfJDBCConnector, OfFlinkCDC, OfOperator, OfSpring, OfSmallRye}
}

// State says where a setting's value comes from, or why there is none.
type State string

// The states. A parser writes Explicit, Inherited, Forced or Unknown; the rest
// come from resolving a component against the catalog.
const (
	Explicit  State = "explicit"  // written at this component
	Inherited State = "inherited" // written at a parent
	Forced    State = "forced"    // put there by the owner, whatever is written
	Default   State = "default"   // not written; the owner or the client has a default
	Absent    State = "absent"    // not written, and nothing supplies a value
	Unknown   State = "unknown"   // written as a placeholder, or perhaps written where we cannot see
	Invalid   State = "invalid"   // written, and not of the key's type
)

// Notation says how the reader of a value takes numbers, durations and sizes.
type Notation string

// The notations.
const (
	Kafka  Notation = ""       // ConfigDef: plain numbers in the key's own unit
	Flink  Notation = "flink"  // "10 s", "64mb", a bare number is milliseconds or bytes
	Spring Notation = "spring" // Duration ("10s", "PT10S") and DataSize ("16KB") of Spring Boot's typed keys
)

// Complete says how much of a component's configuration is in view.
type Complete string

// The degrees of completeness. Only what is Full can lack a key.
const (
	Full     Complete = "full"
	Partial  Complete = "partial"
	Template Complete = "template"
)

// The owners: frameworks that create clients and force or default their settings.
const (
	OwnerConnect  = "connect"
	OwnerStreams  = "streams"
	OwnerSpring   = "spring"
	OwnerSmallRye = "smallrye"
	OwnerFlink    = "flink"
	OwnerMirror   = "mirrormaker"
	OwnerAlpakka  = "alpakka"
)

// ClientJava is the reference client; the other clients have the catalog's names.
const ClientJava = "java"

// DataClasses lists the classes of data whose loss matters less.
func DataClasses() []string { return []string{"metrics", "logs", "cache"} }

// What a version is of.
const (
	OfClient         = "client"
	OfBroker         = "broker"
	OfFlink          = "flink"
	OfKafkaConnector = "kafka-connector"
	OfESConnector    = "es-connector"
	OfJDBCConnector  = "jdbc-connector"
	OfFlinkCDC       = "flink-cdc"
	OfOperator       = "operator"
	OfConnect        = "connect"
	OfSpring         = "spring"
	OfSmallRye       = "smallrye"
)

// Version is what is known of the version of one piece of software.
type Version struct {
	Number   []int  `json:"version"`            // [4, 1]
	Assumed  bool   `json:"assumed"`            // no evidence: the newest release was taken
	Evidence string `json:"evidence,omitempty"` // "spec.flinkVersion: v1_19 at job.yaml:6", "--kafka-version"
	// OfKafka: it is that of Kafka's own releases. As the version of a client it holds for
	// the Java client only; other clients count their own.
	OfKafka bool `json:"-"`
	// Built: it is that of the libraries in a build file. A cluster of Flink may be newer.
	Built bool `json:"-"`
	// From is what it is before an upgrade that is asked about.
	From []int `json:"-"`
}

// Secret is all that may be known of a secret's value.
type Secret struct {
	Known     bool `json:"known"`     // a literal stands there
	Empty     bool `json:"empty"`     // the literal is empty
	Reference bool `json:"reference"` // it is fetched from elsewhere: a config provider, vault, an encrypted value
	Sample    bool `json:"sample"`    // a word that stands in documentation: changeit, <password>, PASSWORD
	// Published: it is one with which documentation or images are shipped, such as test1234.
	Published bool `json:"published,omitempty"`
	JAAS      JAAS `json:"jaas,omitzero"` // of sasl.jaas.config
}

// JAAS is what may be known of a sasl.jaas.config.
type JAAS struct {
	Module  string `json:"module,omitempty"`  // login module class
	Literal bool   `json:"literal,omitempty"` // holds a password or client secret in plain text
	Sample  bool   `json:"sample,omitempty"`  // that literal is a word of documentation
	// Published: one of the literals is a password with which documentation or images are shipped.
	Published bool `json:"published,omitempty"`
	// Read: it was read as the Java client does. It is not where something is to be filled
	// in outside of quotes.
	Read        bool     `json:"read,omitempty"`
	Flaw        string   `json:"flaw,omitempty"`        // with which the client gives up, one of those below
	Modules     int      `json:"modules,omitempty"`     // how many login modules there are
	Options     []string `json:"options,omitempty"`     // the names of the first module's options
	ServiceName string   `json:"serviceName,omitempty"` // the option of that name
}

// The flaws of a sasl.jaas.config (org.apache.kafka.common.security.JaasConfig).
const (
	JAASEmpty = "empty" // no login module
	JAASFlag  = "flag"  // no control flag such as "required", or another word
	JAASValue = "value" // an option without a value that a text can be
	JAASOpen  = "open"  // the final semicolon is missing
)

// UnreadFact begins the name of a fact that stands for a property which its framework does
// not read; the property's own name follows, and the value is the name that it reads.
const UnreadFact = "@spring.unread."

// Setting is one occurrence of a key, or a fact (a key that begins with "@").
type Setting struct {
	Key       string   // canonical: "acks"
	Written   string   // as spelled: "spring.kafka.producer.acks"
	Value     string   // text after the reader's own scalar rules; "" for a secret
	KeySpan   Span     // zero where nothing is written (forced, default)
	ValueSpan Span     // zero-length, after the separator, for an empty value
	State     State    // Explicit unless set otherwise
	Notation  Notation // how Value is to be read
	Secret    *Secret  // not nil for a secret, whose Value is then ""
	// FromDefault marks a value that is the default of a placeholder (${X:all}): it
	// holds unless the environment says otherwise.
	FromDefault bool
	// Effective marks the occurrence that counts. Component.Add maintains it.
	Effective bool
}

// IsFact reports whether the setting is a fact: something that matters and is no setting.
func (s *Setting) IsFact() bool { return len(s.Key) > 0 && s.Key[0] == '@' }

// Links are the names on which project rules join components. Placeholders are left out.
type Links struct {
	Topics              []string `json:"topics,omitempty"`
	TopicPattern        string   `json:"topicPattern,omitempty"`
	Group               string   `json:"group,omitempty"`
	TransactionalID     string   `json:"transactionalId,omitempty"`
	TransactionalPrefix string   `json:"transactionalPrefix,omitempty"`
	ApplicationID       string   `json:"applicationId,omitempty"`
	InternalTopics      []string `json:"internalTopics,omitempty"`
	From                []string `json:"from,omitempty"`    // IDs of the components whose records a job writes here
	Cluster             string   `json:"cluster,omitempty"` // normalised bootstrap servers; "" is unknown
	// Service is the name in Kubernetes of the service by which the cluster is reached there;
	// outside, it has others.
	Service string `json:"-"`
	// Listeners are where a broker is reached.
	Listeners []Listener `json:"-"`
}

// Listener is an address at which clients reach a broker.
type Listener struct {
	Name     string
	Address  string // host:port, in lower case
	Protocol string // the security protocol, "" if it is not known
	Span     Span
}

// Component is one thing that is configured: a client, a topic, a job, a table.
type Component struct {
	ID       string // path#anchor, stable
	File     string
	Anchor   string // "" when the file is the component
	Kind     Kind
	Name     string
	Parent   string // ID of the component it inherits from
	Owner    string // framework that creates this client
	OwnerID  string // ID of the component that owns this client
	Dialect  string
	Client   string // whose defaults apply
	Versions map[string]Version
	Settings []Setting // every occurrence, inherited ones first, in the order the reader meets them
	Links    Links
	Complete Complete
	// Span is the component's own line: where a key that is not written is reported.
	Span Span
	// Adrift: what it inherits is not all in view. Keys that are its own can still be absent.
	Adrift bool
	// CodeMaySet: code that we do not see can set what is not written here.
	CodeMaySet bool
	// Unread: the program does not read the file in this version.
	Unread bool
	// Heuristic: the block was recognised by guess; findings are capped at warning.
	Heuristic bool
	// ExactlyOnce: the owner of this client, or the application itself, runs exactly once.
	ExactlyOnce bool
	// StreamsProtocol: the owner of this client is a Streams application with
	// group.protocol=streams, so that brokers assign its tasks.
	StreamsProtocol bool
	// Place and Stage tell deployments apart that are configured side by side: the folder of
	// an example or of a Compose project, and the environment. "" is none in particular.
	Place, Stage string
	// BrokerInView: a broker that the cluster's name leads to is configured in the same run.
	BrokerInView bool
	// Development: this is a test, local or development configuration.
	Development bool
	// DataClass is "metrics", "logs" or "cache" where the file says so.
	DataClass string

	index   map[string]int // key -> position of the effective occurrence
	earlier map[int]int    // position -> that of the occurrence of the same key before it
}

// Add appends an occurrence. The last one added for a key is the effective one.
func (c *Component) Add(s Setting) {
	if s.State == "" {
		s.State = Explicit
	}
	if c.index == nil {
		c.index = make(map[string]int)
	}
	if i, ok := c.index[s.Key]; ok {
		c.Settings[i].Effective = false
		if c.earlier == nil {
			c.earlier = make(map[int]int)
		}
		c.earlier[len(c.Settings)] = i
	}
	s.Effective = true
	c.index[s.Key] = len(c.Settings)
	c.Settings = append(c.Settings, s)
}

// Grow makes room for n more occurrences.
func (c *Component) Grow(n int) {
	c.Settings = slices.Grow(c.Settings, n)
	if c.index == nil {
		c.index = make(map[string]int, n)
	}
}

// Inherit puts a parent's effective settings between the component's own defaults and what
// it says itself. Keys for which keep is false are left out; a nil keep takes all.
func (c *Component) Inherit(parent *Component, keep func(key string) bool) {
	var inherited []Setting
	for _, s := range parent.Settings {
		if !s.Effective || (keep != nil && !keep(s.Key)) {
			continue
		}
		if s.State == Explicit {
			s.State = Inherited
		}
		inherited = append(inherited, s)
	}
	var defaults, own []Setting
	for _, s := range c.Settings {
		if s.State == Default {
			defaults = append(defaults, s)
		} else {
			own = append(own, s)
		}
	}
	c.Replace(slices.Concat(defaults, inherited, own))
}

// Replace puts other occurrences in the place of all that there are.
func (c *Component) Replace(settings []Setting) {
	c.Settings, c.index, c.earlier = make([]Setting, 0, len(settings)), nil, nil
	for _, s := range settings {
		c.Add(s)
	}
}

// Get returns the effective occurrence of a key, or nil.
func (c *Component) Get(key string) *Setting {
	if i, ok := c.index[key]; ok {
		return &c.Settings[i]
	}
	return nil
}

// Overridden returns the occurrences of a key that do not count, the last one first.
func (c *Component) Overridden(key string) iter.Seq[*Setting] {
	return func(yield func(*Setting) bool) {
		i, ok := c.index[key]
		for ok {
			if i, ok = c.earlier[i]; ok && !yield(&c.Settings[i]) {
				return
			}
		}
	}
}

// Value returns the effective text of a key, and whether the key is written with a known value.
func (c *Component) Value(key string) (string, bool) {
	s := c.Get(key)
	if s == nil || s.State == Unknown || s.Secret != nil {
		return "", false
	}
	return s.Value, true
}
