package parse

import (
	"path"
	"strings"

	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/internal/parse/syntax"
)

// shellWord is a word of a command line and where it stands.
type shellWord struct {
	text string
	span model.Span
	// src is what the word was read from, and from and to where its text with quotes and
	// escapes is there; nil where that is not known.
	src      *syntax.Source
	from, to int
}

func (w shellWord) node() *syntax.Node {
	return &syntax.Node{Kind: syntax.ScalarNode, Text: w.text, Span: w.span}
}

// topicCommand is one call of kafka-topics --create.
type topicCommand struct {
	name, partitions, replicas, servers shellWord
	config                              []shellWord
}

// commandTopics emits the topics that a container's command creates, and returns them.
func commandTopics(out *Output, c container) []*model.Component {
	var topics []*model.Component
	for _, t := range topicCommands(c) {
		if out.full() {
			break
		}
		topic := out.Component(model.Topic, c.anchor+"/"+t.name.text, t.name.text, t.name.span)
		fillTopic(topic, topicFields{name: t.name.node(), partitions: t.partitions.node(), replicas: t.replicas.node()})
		topic.Links.Cluster = clusterName(t.servers.text)
		for _, w := range t.config {
			key, value, ok := strings.Cut(w.text, "=")
			if ok && !strings.HasPrefix(key, "@") {
				put(topic, model.Setting{Key: key, Written: key, Value: value, KeySpan: w.span, ValueSpan: w.span})
			}
		}
		topics = append(topics, topic)
	}
	return topics
}

// topicCommands finds the calls of kafka-topics that create a topic of a known name.
func topicCommands(c container) []topicCommand {
	var found []topicCommand
	for _, n := range c.command {
		for _, words := range commands(n) {
			if t, ok := parseTopicCommand(words); ok {
				found = append(found, t)
			}
		}
	}
	return found
}

// parseTopicCommand reads the options of TopicCommand that say what a topic is like.
func parseTopicCommand(words []shellWord) (topicCommand, bool) {
	var t topicCommand
	create := false
	for i := 1; i < len(words); i++ {
		option, value, joined := strings.Cut(words[i].text, "=")
		if option == "--create" {
			create = true
			continue
		}
		w := words[i]
		switch {
		case joined:
			w.text = value
		case i+1 < len(words):
			w = words[i+1]
		default:
			continue
		}
		switch option {
		case "--topic":
			t.name = w
		case "--partitions":
			t.partitions = w
		case "--replication-factor":
			t.replicas = w
		case "--bootstrap-server":
			t.servers = w
		case "--config":
			t.config = append(t.config, w)
		}
	}
	return t, create && isName(t.name.text)
}

// commands returns the calls of kafka-topics within a command: in a list of words, or in
// the script that is a word of it.
func commands(n *syntax.Node) [][]shellWord {
	switch {
	case n.IsSeq():
		var argv []shellWord
		var found [][]shellWord
		for _, item := range n.Items {
			if !isSet(item) {
				continue
			}
			if strings.ContainsAny(item.Text, " \n") {
				found = append(found, calls(shellWords(item.Source()))...)
				continue
			}
			argv = append(argv, wordOf(item))
		}
		return append(found, calls(argv)...)
	case isSet(n):
		return calls(shellWords(n.Source()))
	}
	return nil
}

// wordOf returns an item of a list of words.
func wordOf(n *syntax.Node) shellWord {
	return shellWord{text: n.Text, span: n.Span, src: n.Source(), to: len(n.Text)}
}

// separator is the text of a shellWord that ends a command; no word of a script is like it.
const separator = "\n"

// calls cuts words into the calls of kafka-topics.
func calls(words []shellWord) [][]shellWord {
	var found [][]shellWord
	open := false
	for _, w := range words {
		switch {
		case isTopicTool(w.text):
			found = append(found, []shellWord{w})
			open = true
		case w.text == separator:
			open = false
		case open:
			found[len(found)-1] = append(found[len(found)-1], w)
		}
	}
	return found
}

func isTopicTool(text string) bool {
	base := path.Base(text)
	return base == "kafka-topics" || base == "kafka-topics.sh"
}

// shellWords splits a script as a shell does, as far as words, quotes, escapes and the
// ends of commands go.
func shellWords(src *syntax.Source) []shellWord {
	var words []shellWord
	text := src.Text
	var b strings.Builder
	start, quote, script := -1, byte(0), byte(0)
	flush := func(end int) {
		if start >= 0 {
			words = append(words, shellWord{b.String(), src.Span(start, end), src, start, end})
			b.Reset()
			start = -1
		}
	}
	begin := func(at int) {
		if start < 0 {
			start = at
		}
	}
	for i := 0; i < len(text); i++ {
		ch := text[i]
		switch {
		case quote != 0:
			if ch == quote {
				quote = 0
				continue
			}
			b.WriteByte(ch)
		case ch == script && script != 0:
			flush(i)
			script = 0
		case ch == '\'' || ch == '"':
			begin(i)
			quote = ch
			if isScript(text[i:]) {
				script, quote = ch, 0 // bash -c "...": the words within it are those that count
				start = -1
			}
		case ch == '\\' && i+1 < len(text):
			if i++; text[i] != '\n' && text[i] != '\r' {
				begin(i - 1)
				b.WriteByte(text[i])
			}
		case ch == ' ' || ch == '\t' || ch == '\r':
			flush(i)
		case strings.IndexByte("\n;|&()", ch) >= 0:
			flush(i)
			words = append(words, shellWord{text: separator, span: src.Span(i, i+1)})
		default:
			begin(i)
			b.WriteByte(ch)
		}
	}
	flush(len(text))
	return words
}

// isScript reports whether a quoted text is a script that calls one of the tools.
func isScript(quoted string) bool {
	end := strings.IndexByte(quoted[1:], quoted[0])
	if end < 0 {
		end = len(quoted) - 1
	}
	script := quoted[1 : end+1]
	return strings.Contains(script, "kafka-topics") || flinkScript.MatchString(script)
}

// createdTopics emits the topics of a variable as "name:partitions:replicas[:policy]",
// separated by commas (wurstmeister's create-topics.sh and Debezium's docker-entrypoint.sh),
// and returns them.
func createdTopics(out *Output, c container, name string) []*model.Component {
	v := c.variable(name)
	if v == nil || v.unknown {
		return nil
	}
	var topics []*model.Component
	for entry := range strings.SplitSeq(v.value, ",") {
		if out.full() {
			break
		}
		fields := strings.Split(strings.TrimSpace(entry), ":")
		if len(fields) < 3 || !isName(fields[0]) {
			continue
		}
		at := func(i int) *syntax.Node { return shellWord{text: fields[i], span: v.valueSpan}.node() }
		topic := out.Component(model.Topic, c.anchor+"/"+fields[0], fields[0], v.nameSpan)
		fillTopic(topic, topicFields{name: at(0), partitions: at(1), replicas: at(2)})
		if len(fields) > 3 && fields[3] != "" {
			put(topic, model.Setting{Key: "cleanup.policy", Written: name, Value: fields[3], KeySpan: v.nameSpan, ValueSpan: v.valueSpan})
		}
		topics = append(topics, topic)
	}
	return topics
}
