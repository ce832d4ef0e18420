package resolve

import (
	"slices"
	"strconv"
	"strings"

	"github.com/kcfglint/kcfglint/internal/model"
)

// aliasFacts notes what rules need of keys that hold a word of the user's, which no rule
// can name: the tags of Streams, the transformations and groups of topics of Connect, and
// what a pipeline of Flink CDC lacks.
// Of several settings with the same flaw the first one is noted.
func aliasFacts(c *model.Component) {
	switch c.Kind {
	case model.Streams:
		tagFacts(c)
	case model.SourceConnector, model.SinkConnector, model.Mirror:
		transformFacts(c)
		createdTopicFacts(c)
	case model.FlinkCDC:
		pipelineFacts(c)
	}
}

// maxTagValue is how long the value of a tag may be (StreamsConfig.MAX_RACK_AWARE_ASSIGNMENT_TAG_VALUE_LENGTH).
const maxTagValue = 30

func tagFacts(c *model.Component) {
	var names []string
	var first *model.Setting
	for i := range c.Settings {
		s := &c.Settings[i]
		name, ok := strings.CutPrefix(s.Key, "client.tag.")
		if !ok || !s.Effective {
			continue
		}
		if first == nil {
			copied := *s
			first = &copied
		}
		names = append(names, name)
	}
	if first == nil {
		return
	}
	if s := firstOf(c, func(s *model.Setting) bool {
		return strings.HasPrefix(s.Key, "client.tag.") && len(s.Value) > maxTagValue
	}); s != nil {
		noteAs(c, "@client.tag.long", s)
	}
	if s := firstOf(c, func(s *model.Setting) bool {
		return strings.HasPrefix(s.Key, "client.tag.") && s.Value == "" && s.State == model.Explicit
	}); s != nil {
		noteAs(c, "@client.tag.empty", s)
	}
	slices.Sort(names)
	first.Value = strings.Join(names, ",")
	noteAs(c, "@client.tags", first)
}

func transformFacts(c *model.Component) {
	for _, alias := range listed(c, "transforms") {
		prefix := "transforms." + alias + "."
		// PredicatedTransformation: negate turns around what predicate names.
		if s := c.Get(prefix + "negate"); s != nil && c.Get(prefix+"predicate") == nil && c.Get("@transform.negate-alone") == nil {
			noteAs(c, "@transform.negate-alone", s)
		}
		kind, _ := c.Value(prefix + "type")
		if !strings.HasPrefix(strings.TrimSpace(kind), "org.apache.kafka.connect.transforms.ReplaceField$") || c.Get("@transform.old-list") != nil {
			continue
		}
		for _, list := range []string{"blacklist", "whitelist"} {
			if s := c.Get(prefix + list); s != nil {
				noteAs(c, "@transform.old-list", s)
				break
			}
		}
	}
}

func createdTopicFacts(c *model.Component) {
	for _, group := range listed(c, "topic.creation.groups") {
		for _, name := range []string{"replication.factor", "partitions"} {
			s := c.Get("topic.creation." + group + "." + name)
			if group == "default" || s == nil || s.State == model.Unknown {
				continue
			}
			number, err := strconv.Atoi(strings.TrimSpace(s.Value))
			switch {
			case err != nil:
			case number < 1 && number != -1 && c.Get("@topic.creation.refused") == nil:
				noteAs(c, "@topic.creation.refused", s)
			case number == 1 && name == "replication.factor" && c.Get("@topic.creation.single") == nil:
				noteAs(c, "@topic.creation.single", s)
			}
		}
	}
}

// listed returns the words of a list that is known, at most a hundred.
func listed(c *model.Component, key string) []string {
	s := c.Get(key)
	if s == nil || s.State == model.Unknown {
		return nil
	}
	var words []string
	for word := range strings.SplitSeq(s.Value, ",") {
		if word = strings.TrimSpace(word); word != "" && len(words) < 100 {
			words = append(words, word)
		}
	}
	return words
}

func firstOf(c *model.Component, holds func(*model.Setting) bool) *model.Setting {
	for i := range c.Settings {
		if s := &c.Settings[i]; s.Effective && s.State != model.Unknown && holds(s) {
			copied := *s
			return &copied
		}
	}
	return nil
}

// noteAs adds a fact where a setting stands, with its spelling and value.
func noteAs(c *model.Component, name string, s *model.Setting) {
	if s.State == model.Unknown || s.Secret != nil || s.KeySpan.IsZero() {
		return
	}
	c.Add(model.Setting{Key: name, Written: s.Written, Value: s.Value, KeySpan: s.KeySpan, ValueSpan: s.ValueSpan, State: s.State})
}
