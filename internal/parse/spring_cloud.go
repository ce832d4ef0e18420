package parse

import (
	"slices"
	"strings"

	"github.com/kcfglint/kcfglint/internal/lazyregexp"
	"github.com/kcfglint/kcfglint/internal/model"
)

// springCloud is Spring Cloud Stream as an application configures it.
type springCloud struct {
	*springApp
	stream    springScope
	kafka     springScope            // spring.cloud.stream.kafka
	declared  map[string]springScope // spring.cloud.stream.binders.<name>
	binders   map[string]*springBinder
	onlyKafka bool
}

// readCloud emits the clients of Spring Cloud Stream's Kafka binders, one a binding, and
// reports whether there are any.
func (a *springApp) readCloud() bool {
	stream := a.env.at("spring", "cloud", "stream")
	if len(stream) == 0 {
		return false
	}
	s := springCloud{springApp: a, stream: stream, kafka: stream.at("kafka"), binders: make(map[string]*springBinder)}
	names, declared := stream.at("binders").children()
	s.declared = declared
	s.onlyKafka = s.seesOnlyKafka()
	found := s.readStreams(names)
	for _, b := range s.bindings() {
		binder := s.binderOf(b)
		if binder == nil {
			continue
		}
		switch b.kind {
		case model.Consumer:
			s.consumer(b, binder)
		case model.Producer:
			s.producer(b, binder)
		default:
			continue
		}
		found = true
	}
	if len(s.kafka.at("binder")) > 0 && !s.binds() {
		s.provisioner()
		found = true
	}
	return found
}

// binds reports whether any binding was seen to be Kafka's.
func (s *springCloud) binds() bool {
	for _, b := range s.binders {
		if b != nil {
			return true
		}
	}
	return false
}

// provisioner emits the binder's admin client (KafkaTopicProvisioner) where the binder is
// configured and no binding is seen to be its own. The clients of the bindings, which
// code or another file declares, have the same settings.
func (s *springCloud) provisioner() {
	binder := s.binder("")
	c := s.component(model.Admin, "spring/binder", binder.scope.heading())
	c.Name = "binder"
	f := springFiller{component: c}
	f.role(springAdmin, binder.boot, binder.env)
	f.literal(f.shared(model.Admin, binder.scope.at("configuration").literal()), keepAll)
	f.brokers(binder.scope)
	f.jaas(binder.scope.at("jaas"))
	s.finish(c)
}

// springBinding is one channel that is bound to a topic.
type springBinding struct {
	name  string
	kind  model.Kind
	scope springScope // spring.cloud.stream.bindings.<name>
	kafka springScope // spring.cloud.stream.kafka.bindings.<name>
}

var bindingSuffix = lazyregexp.New(`-(in|out)-\d+$`)

// maxBindings bounds the bindings of one application that are looked at.
const maxBindings = 256

func (s *springCloud) bindings() []springBinding {
	names, named := s.stream.at("bindings").children()
	more, extended := s.kafka.at("bindings").children()
	for _, e := range more {
		if _, known := named[e.uniform]; !known {
			names = append(names, e)
		}
	}
	renamed := s.stream.at("function", "bindings").literal()
	bindings := make([]springBinding, 0, min(len(names), maxBindings))
	for _, e := range names[:min(len(names), maxBindings)] {
		b := springBinding{name: e.text, scope: named[e.uniform], kafka: extended[e.uniform]}
		b.kind = b.side(renamed)
		bindings = append(bindings, b)
	}
	return bindings
}

// side says which side of a topic a binding is on: by its name, which the functional
// model prescribes, by the name that was replaced, else by what is configured.
func (b springBinding) side(renamed []springProperty) model.Kind {
	name := b.name
	for _, p := range renamed {
		if p.value == b.name {
			name = p.name[0].text
		}
	}
	consumes := len(b.scope.at("consumer"))+len(b.kafka.at("consumer"))+len(b.scope.value("group")) > 0
	produces := len(b.scope.at("producer"))+len(b.kafka.at("producer")) > 0
	m := bindingSuffix.FindStringSubmatch(name)
	switch {
	case m != nil && m[1] == "in", name == "input":
		return model.Consumer
	case m != nil, name == "output":
		return model.Producer
	case consumes && !produces:
		return model.Consumer
	case produces && !consumes:
		return model.Producer
	}
	return ""
}

// springBinder is a Kafka binder.
type springBinder struct {
	env   springScope // what its application context sees
	boot  springScope // spring.kafka
	scope springScope // spring.cloud.stream.kafka.binder
}

// binderOf returns the binder of a binding. It is nil unless that is certainly Kafka's
// message channel binder: Kafka Streams, RabbitMQ and others bind under the same names.
func (s *springCloud) binderOf(b springBinding) *springBinder {
	name := ""
	if p := b.scope.last("binder"); p != nil {
		name = p.value
	} else if p := s.stream.last("default-binder"); p != nil {
		name = p.value
	}
	if name == "" && !s.onlyKafka && len(b.kafka) == 0 {
		return nil
	}
	binder, known := s.binders[name]
	if !known {
		binder = s.binder(name)
		s.binders[name] = binder
	}
	return binder
}

// binder returns the binder of that name, "" for the one that needs none, if it is Kafka's.
func (s *springCloud) binder(name string) *springBinder {
	env := s.env
	if name != "" {
		if isPlaceholder(name) {
			return nil
		}
		declared := s.declared[springUniform(name)]
		kind := name
		if p := declared.last("type"); p != nil {
			kind = p.value
		}
		if kind != "kafka" && kind != "reactiveKafka" {
			return nil
		}
		own := declared.at("environment")
		for i := range own {
			own[i].document += maxDocuments // it comes before everything else
		}
		if p := declared.last("inherit-environment"); p != nil && p.value == "false" {
			env = own
		} else {
			env = slices.Concat(env, own)
		}
	}
	return &springBinder{env: env, boot: env.at("spring", "kafka"), scope: env.at("spring", "cloud", "stream", "kafka", "binder")}
}

// maxDocuments is more than the documents of any file.
const maxDocuments = 1 << 20

// seesOnlyKafka reports whether a binding without a named binder can only be Kafka's: that
// one is configured, and no other is in sight.
func (s *springCloud) seesOnlyKafka() bool {
	if len(s.kafka.at("binder"))+len(s.kafka.at("bindings"))+len(s.kafka.at("default")) == 0 ||
		len(s.kafka.at("streams"))+len(s.declared) > 0 {
		return false
	}
	names, below := s.stream.children()
	return !slices.ContainsFunc(names, func(other springElement) bool {
		if other.uniform == "kafka" || other.uniform == "function" {
			return false
		}
		scope := below[other.uniform]
		return len(scope.at("binder"))+len(scope.at("bindings")) > 0
	})
}

// springLayers are what is said for all bindings and what is said for one, which wins.
type springLayers [2]springScope

func (s *springCloud) layers(b springBinding, side string) springLayers {
	return springLayers{s.kafka.at("default", side), b.kafka.at(side)}
}

// value returns the occurrences of a key in the layer that decides.
func (l springLayers) value(key string) []springProperty {
	if found := l[1].value(key); len(found) > 0 {
		return found
	}
	return l[0].value(key)
}

// is reports whether a key has a value.
func (l springLayers) is(key, value string) bool {
	found := l.value(key)
	return len(found) > 0 && found[len(found)-1].value == value
}

func (s *springCloud) consumer(b springBinding, binder *springBinder) {
	c := s.component(model.Consumer, "spring/binding/"+b.name, b.heading())
	c.Name = b.name
	group := s.either(b.scope, "group")
	if c.Complete == model.Full && c.Parent == "" {
		// BindingUtils.createConsumerConfigs.
		reset := "earliest"
		if group == nil || group.value == "" {
			reset = "latest"
			putFact(c, "@binding.anonymous", "true", c.Span)
		}
		c.Add(model.Setting{Key: "auto.offset.reset", Value: reset, State: model.Default})
	}
	// What the binder manages itself it takes out of the settings common to its bindings
	// (KafkaBinderConfigurationProperties.mergedConsumerConfiguration).
	common := springFiller{component: c, ignore: func(key, value string) bool {
		return key == "group.id" || key == "enable.auto.commit" && strings.EqualFold(value, "true")
	}}
	common.role(springConsumer, binder.boot, binder.env)
	common.literal(common.shared(model.Consumer, binder.scope.at("configuration").literal()), keepAll)
	common.literal(binder.scope.at("consumerproperties").literal(), keepAll)
	common.brokers(binder.scope)
	common.jaas(binder.scope.at("jaas"))

	f := springFiller{component: c}
	if group != nil && group.value != "" {
		f.put("group.id", *group, model.Explicit, model.Kafka)
	}
	own := s.layers(b, "consumer")
	for _, layer := range own {
		f.literal(layer.at("configuration").literal(), keepAll)
	}
	for _, p := range own.value("start-offset") {
		p.value = strings.ToLower(p.value)
		f.put("auto.offset.reset", p, model.Explicit, model.Spring)
	}
	if own.is("auto-commit-offset", "false") { // until Spring Cloud Stream 4.1
		manual := own.value("auto-commit-offset")
		manual[len(manual)-1].value = "MANUAL"
		f.ackMode(manual)
	}
	f.ackMode(own.value("ack-mode"))
	f.fact("@binding.enable-dlq", own.value("enable-dlq"))
	f.fact("@binding.dlq-name", own.value("dlq-name"))
	s.finish(c)
	s.destination(c, b)
	if own.is("destination-is-pattern", "true") {
		c.Links.TopicPattern, c.Links.Topics = strings.Join(c.Links.Topics, ","), nil
	}
}

func (s *springCloud) producer(b springBinding, binder *springBinder) {
	c := s.component(model.Producer, "spring/binding/"+b.name, b.heading())
	c.Name = b.name
	f := springFiller{component: c}
	own := s.layers(b, "producer")
	transaction := binder.scope.at("transaction")
	prefix := transaction.value("transaction-id-prefix")
	if len(prefix) > 0 && prefix[len(prefix)-1].value != "" {
		// All bindings share the transactional producer, which has settings of its own
		// (KafkaMessageChannelBinder.createProducerMessageHandler).
		own = springLayers{transaction.at("producer")}
	}
	f.typed(binder.scope, []springTypedKey{{name: "required-acks", key: "acks", text: true}})
	for _, layer := range own {
		f.typed(layer, bindingProducerKeys)
	}
	f.role(springProducer, binder.boot, binder.env)
	f.literal(f.shared(model.Producer, binder.scope.at("configuration").literal()), keepAll)
	f.literal(binder.scope.at("producerproperties").literal(), keepAll)
	f.brokers(binder.scope)
	f.jaas(binder.scope.at("jaas"))
	for _, layer := range own {
		f.literal(layer.at("configuration").literal(), keepAll)
	}
	f.transactionPrefix(prefix)
	if c.Get("acks") == nil {
		// The binder sets it in any case: to 1 until Spring Cloud Stream 5.0.1, to all since
		// (KafkaBinderConfigurationProperties.requiredAcks).
		c.Add(model.Setting{Key: "acks", State: model.Unknown})
	}
	s.finish(c)
	s.destination(c, b)
}

// bindingProducerKeys are the typed keys of KafkaProducerProperties. They count where
// nothing else is said (BindingUtils.createProducerConfigs).
var bindingProducerKeys = []springTypedKey{
	{name: "buffer-size", key: "batch.size"},
	{name: "batch-timeout", key: "linger.ms"},
	{name: "compression-type", key: "compression.type"},
}

func keepAll(string) bool { return true }

// heading is where a binding begins.
func (b springBinding) heading() model.Span {
	if len(b.scope) > 0 {
		return b.scope.heading()
	}
	return b.kafka.heading()
}

// either returns what a binding says of a key, else what is said for all bindings.
func (s *springCloud) either(binding springScope, key string) *springProperty {
	if p := binding.last(key); p != nil {
		return p
	}
	return s.stream.at("default").last(key)
}

// destination links a binding to its topics: several, separated by commas, for a consumer.
func (s *springCloud) destination(c *model.Component, b springBinding) {
	p := s.either(b.scope, "destination")
	if p == nil {
		if c.Complete == model.Full && c.Parent == "" {
			c.Links.Topics = []string{b.name}
		}
		return
	}
	for _, topic := range strings.Split(p.value, ",") {
		if topic = strings.TrimSpace(topic); isName(topic) {
			c.Links.Topics = append(c.Links.Topics, topic)
		}
	}
}

// brokers puts in the binder's brokers. They count unless they are left at, or set to,
// the default (KafkaBinderConfigurationProperties.getConfigurationWithBootstrapServer).
func (f springFiller) brokers(binder springScope) {
	found := binder.value("brokers")
	if len(found) == 0 || found[len(found)-1].value == "" {
		return
	}
	port := ":9092"
	if p := binder.last("default-broker-port"); p != nil && p.value != "" {
		port = ":" + p.value
	}
	hosts := strings.Split(found[len(found)-1].value, ",")
	for i, host := range hosts {
		if hosts[i] = strings.TrimSpace(host); !strings.Contains(host, ":") {
			hosts[i] += port
		}
	}
	p := found[len(found)-1]
	p.value = strings.Join(hosts, ",")
	if p.value == "localhost:9092" && f.component.Get("bootstrap.servers") != nil {
		return
	}
	f.put("bootstrap.servers", p, model.Explicit, model.Spring)
}
