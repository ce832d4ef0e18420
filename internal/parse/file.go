package parse

import (
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/internal/parse/syntax"
)

// MaxSize is the size in bytes above which a file is no configuration file.
const MaxSize = 5 << 20

// maxDepth is how deep documents may lie within documents: a ConfigMap in a List holds
// a YAML that holds SQL.
const maxDepth = 6

// File reads one file. It never fails: what cannot be read is told in the result.
func File(name string, data []byte, opts Options) *Result {
	text, ok := decode(data)
	r := &Result{File: syntax.NewFile(name, text)}
	switch {
	case !ok:
		r.Reason = "binary"
		return r
	case len(data) > MaxSize:
		r.Reason = fmt.Sprintf("larger than %d MiB", MaxSize>>20)
		return r
	case strings.TrimSpace(text) == "":
		r.Reason = "empty"
		return r
	}
	o := &Output{result: r, anchors: make(map[string]int)}
	doc := Document{Source: syntax.NewSource(r.File), Name: name, Options: opts}
	formats := o.text(doc, grammars(name, text))
	r.Format = strings.Join(formats, "+")
	r.dataClass()
	if !r.Recognised() && r.Reason == "" {
		r.Reason = "nothing of Kafka or Flink was recognised"
	}
	return r
}

// classComment is how a file says what kind of data it is about.
var classComment = regexp.MustCompile(`(?:^|\n)\s*kcfglint:data-class=([a-z]+)`)

// dataClass marks the components of a file with the class that one of its comments names.
func (r *Result) dataClass() {
	for _, c := range r.Comments {
		if m := classComment.FindStringSubmatch(c.Text); m != nil && slices.Contains(model.DataClasses(), m[1]) {
			for _, component := range r.Components {
				component.DataClass = m[1]
			}
		}
	}
}

// Embed hands a text within the document on to the dialects, as if it were a file of that
// name; anchor says where in the document it lies. The components it holds inherit from
// parent, which may be nil. It reports whether anything was recognised.
func (o *Output) Embed(name, anchor string, src *syntax.Source, parent *model.Component, versions map[string]model.Version) bool {
	if o.depth >= maxDepth || strings.TrimSpace(src.Text) == "" {
		return false
	}
	inner := *o
	inner.depth++
	doc := Document{
		Source: src, Name: name, Anchor: strings.Trim(o.doc.Anchor+"/"+anchor, "/"), Template: o.doc.Template, Embedded: true,
		Versions: versions, Parent: parent, Options: o.doc.Options,
	}
	before := len(o.result.Components) + len(o.result.Errors)
	inner.text(doc, grammars(name, src.Text))
	return len(o.result.Components)+len(o.result.Errors) > before
}

// decode returns a file's text. What is not UTF-8 is Latin-1, as java.util.Properties
// takes it; a byte order mark is dropped. It is false for what is no text.
func decode(data []byte) (string, bool) {
	head := data[:min(len(data), 8<<10)]
	if slices.Contains(head, 0) {
		return "", false
	}
	text := string(data)
	if !utf8.ValidString(text) {
		var b strings.Builder
		for _, c := range data {
			b.WriteRune(rune(c))
		}
		text = b.String()
	}
	return strings.TrimPrefix(text, "\ufeff"), true
}

// legacyName is that of the file that Flink's line reader reads: flink-conf.yaml, and what
// people copy it to (flink-conf-prod.yaml, flink-conf.yaml.old). flink-config.yaml is none.
var legacyName = regexp.MustCompile(`^(?:.*[-_.])?flink-conf(?:[-_.].*)?\.ya?ml(?:\..*)?$`)

var (
	manifest   = regexp.MustCompile(`(?m)^(?:apiVersion|kind):`)
	assignment = regexp.MustCompile(`(?m)^[ \t]*[A-Za-z][\w.\-]*[ \t]*=`)
	// What follows a file's real extension: server.properties.template, connector.json.j2.
	wrappings = []string{".template", ".tmpl", ".tpl", ".j2", ".jinja", ".orig", ".sample", ".example", ".dist", ".erb", ".gotmpl"}
)

// grammars returns the grammars to try for a text of that name, in order.
func grammars(name, text string) []Grammar {
	base := strings.ToLower(path.Base(name))
	for _, w := range wrappings {
		if inner, ok := strings.CutSuffix(base, w); ok && path.Ext(inner) != "" {
			base = inner
			break
		}
	}
	if legacyName.MatchString(base) && !manifest.MatchString(text) {
		return []Grammar{FlinkConf}
	}
	switch path.Ext(base) {
	case ".properties", ".props":
		return []Grammar{Properties}
	case ".yaml", ".yml":
		return []Grammar{YAML}
	case ".json":
		return []Grammar{JSON}
	case ".sql", ".ddl", ".hql":
		return []Grammar{SQL}
	case ".conf", ".config", ".cfg", ".cnf", ".ini", ".delta", ".template", ".tmpl", ".tpl", ".j2", ".env", ".txt", "":
		return sniff(text)
	}
	return nil
}

// Candidate reports whether a file of that name may be one of ours, so that it is worth
// reading.
func Candidate(name string) bool { return len(grammars(name, "")) > 0 }

// sniff guesses the grammar of a text whose name says nothing.
func sniff(text string) []Grammar {
	trimmed := strings.TrimSpace(text)
	switch {
	case strings.HasPrefix(trimmed, "{") && strings.HasSuffix(trimmed, "}"),
		strings.HasPrefix(trimmed, "[{") && strings.HasSuffix(trimmed, "]"):
		return []Grammar{JSON}
	case manifest.MatchString(text):
		return []Grammar{YAML}
	case sqlStart.MatchString(text):
		return []Grammar{SQL}
	case hocon(text):
		return nil
	case assignment.MatchString(text):
		return []Grammar{Properties}
	}
	return []Grammar{YAML}
}

var (
	hoconBlock  = regexp.MustCompile(`(?m)^[ \t]*(?:[\w.\-"]+[ \t]*[=:]?[ \t]*\{|\}|include[ \t]+["(]|[\w.\-]+[ \t]*[+:]?=[ \t]*\[)[^\n]*$`)
	hoconQuoted = regexp.MustCompile(`(?m)^[ \t]*[\w.\-]+[ \t]*=[ \t]*"[^"\n]*"[ \t]*$`)
)

// hocon reports whether a text is HOCON, as of Akka and Lightbend's Config: it has blocks
// or lists, or most of its values stand in quotes. It looks like properties and is read
// otherwise: quotes and comments behind values are no part of them.
func hocon(text string) bool {
	return hoconBlock.MatchString(text) || 2*len(hoconQuoted.FindAllStringIndex(text, -1)) > len(assignment.FindAllStringIndex(text, -1))
}

var sqlStart = regexp.MustCompile(`(?im)^\s*(?:create\s+(?:temporary\s+)?(?:table|catalog|view)|insert\s+into|set\s+')`)

// text reads a text in the first grammar in which a dialect recognises it and returns
// the names of the dialects. A text that nothing recognises and that does not parse is
// one of ours if it has our words in it.
func (o *Output) text(doc Document, grammars []Grammar) []string {
	var broken []*syntax.Error
	for _, g := range grammars {
		doc.Grammar = g
		docs, errs := documents(doc)
		if len(errs) > 0 && templated(doc.Source.Text) {
			// What the actions yield may well parse.
			errs = nil
			o.result.Reason = "a template that does not parse without what fills it in"
		}
		var formats []string
		for _, d := range docs {
			if name := o.recognise(d); name != "" && !slices.Contains(formats, name) {
				formats = append(formats, name)
			}
		}
		if len(formats) > 0 {
			o.result.Errors = append(o.result.Errors, errs...)
			for _, d := range docs {
				o.result.Comments = append(o.result.Comments, d.Comments...)
			}
			return formats
		}
		if len(broken) == 0 {
			broken = errs
		}
	}
	if looksOurs(doc.Source.Text) {
		o.result.Errors = append(o.result.Errors, broken...)
	} else if len(broken) > 0 && o.depth == 0 {
		o.result.Reason = fmt.Sprintf("does not parse, and nothing of Kafka or Flink was recognised (%v)", broken[0])
	}
	return nil
}

// templated reports whether a text has actions of a template engine.
func templated(text string) bool {
	_, found := syntax.BlankTemplates(text)
	return found
}

// documents reads a text by its grammar: one document, or those of a stream.
func documents(doc Document) ([]*Document, []*syntax.Error) {
	var errs []*syntax.Error
	var docs []*Document
	tree := func(root *syntax.Node, comments []syntax.Comment, template bool) {
		d := doc
		d.Root, d.Comments, d.Template = root, comments, d.Template || template
		docs = append(docs, &d)
	}
	switch doc.Grammar {
	case Properties:
		doc.Pairs, doc.Comments, errs = syntax.ParseProperties(doc.Source)
	case FlinkConf:
		doc.Pairs, doc.Dropped, doc.Comments = syntax.ParseFlinkConf(doc.Source)
	case SQL:
		doc.Statements, doc.Comments, errs = syntax.ParseSQL(doc.Source)
	case YAML:
		var stream []*syntax.YAMLDocument
		stream, errs = syntax.ParseYAML(doc.Source)
		for _, d := range stream {
			if d.Root != nil {
				tree(d.Root, d.Comments, d.Template)
			}
		}
		return joinSpring(docs), errs
	case JSON:
		var stream []*syntax.JSONDocument
		stream, errs = syntax.ParseJSONStream(doc.Source)
		for _, d := range stream {
			tree(d.Root, d.Comments, d.Template)
		}
		return docs, errs
	}
	return []*Document{&doc}, errs
}

// ours are words that stand in no file but those of Kafka and Flink.
var ours = regexp.MustCompile(`(?i)bootstrap[._-]?servers|connector\.class|spring[.:]\s*kafka|\bkafka:\s*$|flink\.apache\.org|` +
	`kafka\.strimzi\.io|execution\.checkpointing|auto[._-]offset[._-]reset|key\.(?:de)?serializer|'connector'\s*=|flink-conf`)

// looksOurs reports whether a text that does not parse is one of ours, so that the user
// must hear of it.
func looksOurs(text string) bool { return ours.MatchString(text) }
