package resolve

import (
	"fmt"
	"slices"
	"strings"

	"github.com/kcfglint/kcfglint/internal/model"
)

// brokerKeys are the brokers' settings that matter to what uses a cluster.
var brokerKeys = map[model.Kind][]string{
	model.Producer: {"transaction.max.timeout.ms", "message.max.bytes", "auto.create.topics.enable"},
	model.Consumer: {"group.min.session.timeout.ms", "group.max.session.timeout.ms", "message.max.bytes", "auto.create.topics.enable",
		"replica.selector.class", "log.retention.ms"},
	model.Topic:      {"message.max.bytes", "min.insync.replicas", "default.replication.factor", "socket.request.max.bytes"},
	model.Streams:    {"default.replication.factor", "min.insync.replicas"},
	model.FlinkTable: {"transaction.max.timeout.ms"},
}

// tell notes at all that use a cluster what its brokers say, in their place: the facts
// stand where the brokers' settings do.
func (k *cluster) tell() {
	brokers := slices.DeleteFunc(slices.Clone(k.brokers), func(b *model.Component) bool {
		roles, _ := b.Value("process.roles")
		return strings.TrimSpace(roles) == "controller" || b.Get("@roles") != nil // a pool has no settings of its own
	})
	if len(brokers) == 0 {
		return
	}
	version, known := commonVersion(brokers)
	facts := make(map[string]*model.Setting)
	fact := func(key string) *model.Setting {
		s, ok := facts[key]
		if !ok {
			s = agreed(brokers, key)
			facts[key] = s
		}
		return s
	}
	count := commonCount(brokers)
	for _, c := range k.others {
		if _, ok := c.Versions[model.OfBroker]; known && !ok {
			c.Versions[model.OfBroker] = version
		}
		for _, key := range brokerKeys[c.Kind] {
			if s := fact(key); s != nil {
				c.Add(*s)
			}
		}
		if l := k.listener(c); l != nil {
			c.Add(model.Setting{Key: "@broker.listener", Written: l.Name, Value: l.Protocol, KeySpan: l.Span, ValueSpan: l.Span})
		}
		if count != nil && c.Get("@brokers") == nil {
			c.Add(*count)
		}
	}
}

// agreed returns a setting of the brokers as a fact, nil unless all of them have the same
// value. A default stands at the broker's own line.
func agreed(brokers []*model.Component, key string) *model.Setting {
	var common *model.Setting
	for _, b := range brokers {
		e := brokerKey(b, key)
		if e.Value == nil && !(e.State == model.Absent && key == "replica.selector.class") {
			return nil
		}
		s := model.Setting{Key: "@broker." + key, Written: key, KeySpan: b.Span, ValueSpan: b.Span}
		if e.Value != nil {
			s.Value = fmt.Sprint(e.Value)
		}
		if e.Setting != nil && !e.Setting.KeySpan.IsZero() {
			s.KeySpan, s.ValueSpan, s.FromDefault = e.Setting.KeySpan, e.Setting.ValueSpan, e.Setting.FromDefault
		}
		if common == nil {
			common = &s
		} else if common.Value != s.Value {
			return nil
		}
	}
	return common
}

// brokerKey is Key for a broker. How long records are kept may be said in three units, all
// of which are milliseconds here (LogConfig.getLogRetentionTimeMillis).
func brokerKey(b *model.Component, key string) Effective {
	e := Key(b, key, b.Versions)
	if key != "log.retention.ms" {
		return e
	}
	for _, longer := range []string{"log.retention.minutes", "log.retention.hours"} {
		if e.State == model.Absent {
			e = Key(b, longer, b.Versions)
		}
	}
	return e
}

// commonVersion is the version of Kafka that all brokers run, if it is known.
func commonVersion(brokers []*model.Component) (model.Version, bool) {
	common := brokers[0].Versions[model.OfBroker]
	for _, b := range brokers {
		if v := b.Versions[model.OfBroker]; v.Assumed || len(v.Number) == 0 || !slices.Equal(v.Number, common.Number) {
			return model.Version{}, false
		}
	}
	return common, true
}

// commonCount is how many brokers there are, if all say the same.
func commonCount(brokers []*model.Component) *model.Setting {
	common := brokers[0].Get("@brokers")
	for _, b := range brokers {
		if n := b.Get("@brokers"); n == nil || n.Value != common.Value {
			return nil
		}
	}
	return common
}

// listener is the one that a client names, nil unless all the servers that it names are
// listeners with the same protocol.
func (k *cluster) listener(c *model.Component) *model.Listener {
	text, ok := c.Value("bootstrap.servers")
	if !ok {
		return nil
	}
	var common *model.Listener
	for server := range strings.SplitSeq(text, ",") {
		if _, rest, ok := strings.Cut(server, "://"); ok {
			server = rest
		}
		l := k.at(strings.ToLower(strings.TrimSpace(server)))
		if l == nil || l.Protocol == "" || common != nil && common.Protocol != l.Protocol {
			return nil
		}
		common = l
	}
	return common
}

// at is the listener with an address, nil if brokers disagree on its protocol.
func (k *cluster) at(address string) *model.Listener {
	host, port, _ := strings.Cut(address, ":")
	if first, _, _ := strings.Cut(host, "."); strings.HasSuffix(first, serviceSuffix) {
		address = first + ":" + port
	}
	var found *model.Listener
	for _, b := range k.brokers {
		for i := range b.Links.Listeners {
			l := &b.Links.Listeners[i]
			if l.Address != address {
				continue
			}
			if found != nil && found.Protocol != l.Protocol {
				return nil
			}
			found = l
		}
	}
	return found
}
