package policy

import (
	"maps"
	"slices"

	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/internal/resolve"
)

// topicUse is what the components in view do with a topic.
type topicUse struct {
	read, written, declared bool
	members                 []*model.Component
}

// maxSimilar is the number of topics up to which names are compared: with more of them, names
// resemble each other by chance.
const maxSimilar = 300

// similarTopics joins two topics whose names differ by a slip of the pen, as "name other": one
// that is nowhere declared and only read, or only written, and one that lacks what the first
// one has.
func similarTopics(all []*model.Component) joined {
	uses := topicUses(all)
	if len(uses) > maxSimilar {
		return nil
	}
	pairs := make(joined)
	names := slices.Sorted(maps.Keys(uses))
	for _, name := range names {
		half := uses[name]
		if half.declared || half.read == half.written {
			continue
		}
		for _, other := range names {
			o := uses[other]
			lacks := half.written && !o.written || half.read && !o.read
			if other != name && lacks && resolve.Misspelt(name, other) {
				pairs[name+" "+other] = slices.Concat(half.members, o.members)
			}
		}
	}
	return pairs
}

// topicUses collects who reads, writes and declares each topic. Who subscribes to a pattern
// may read any.
func topicUses(all []*model.Component) map[string]*topicUse {
	uses := make(map[string]*topicUse)
	pattern := false
	for _, c := range all {
		pattern = pattern || c.Links.TopicPattern != ""
		for _, name := range c.Links.Topics {
			u := uses[name]
			if u == nil {
				u = &topicUse{}
				uses[name] = u
			}
			u.members = append(u.members, c)
			switch c.Kind {
			case model.Topic:
				u.declared = true
			case model.Consumer, model.ShareConsumer, model.SinkConnector:
				u.read = true
			case model.Producer, model.SourceConnector:
				u.written = true
			default:
				u.read, u.written = true, true
			}
		}
	}
	if pattern {
		for _, u := range uses {
			u.read = true
		}
	}
	return uses
}
