package parse

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/kcfglint/kcfglint/internal/lazyregexp"
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
	decoded := decode(data)
	text := decoded.text
	r := &Result{File: syntax.NewFile(name, text)}
	switch {
	case !decoded.ok:
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
	candidates := grammars(name, text)
	formats := o.text(doc, candidates)
	r.Format = strings.Join(formats, "+")
	if len(candidates) > 0 && r.Recognised() {
		if err := decoded.refused(doc.Source, candidates[0]); err != nil {
			o.fail(err)
		}
	}
	r.dataClass()
	if !r.Recognised() {
		r.File = syntax.NewFile(name, "") // nobody will ask for its text
		if r.Reason == "" {
			r.Reason = "nothing of Kafka or Flink was recognised"
		}
	}
	return r
}

// classComment is how a file says what kind of data it is about.
var classComment = lazyregexp.New(`(?:^|\n)\s*kcfglint:data-class=([a-z]+)`)

// dataClass marks the components of a file with the class that one of its comments names.
func (r *Result) dataClass() {
	class := ""
	for _, c := range r.Comments {
		if m := classComment.FindStringSubmatch(c.Text); m != nil && slices.Contains(model.DataClasses(), m[1]) {
			class = m[1]
		}
	}
	if class == "" {
		return
	}
	for _, c := range r.Components {
		c.DataClass = class
	}
}

// Embed hands a text within the document on to the dialects, as if it were a file of that
// name; anchor says where in the document it lies. The components it holds inherit from
// parent, which may be nil. It reports whether anything was recognised.
func (o *Output) Embed(name, anchor string, src *syntax.Source, parent *model.Component, versions map[string]model.Version) bool {
	if o.depth >= maxDepth || o.full() || strings.TrimSpace(src.Text) == "" || !o.takes(src) {
		return false
	}
	inner := *o
	inner.depth++
	doc := Document{
		Source: src, Name: name, Anchor: strings.Trim(o.doc.Anchor+"/"+shortened(anchor, maxName), "/"), Template: o.doc.Template, Embedded: true,
		Versions: versions, Parent: parent, Options: o.doc.Options,
	}
	before := o.result.found()
	inner.text(doc, grammars(name, src.Text))
	return o.result.found() > before
}

// takes counts a text within the file. It is false if there are too many.
func (o *Output) takes(src *syntax.Source) bool {
	if o.result.count.embedded += len(src.Text); o.result.count.embedded > maxEmbedded {
		o.stop(src.Span(0, 0), "more than %d bytes in texts within one file", maxEmbedded)
		return false
	}
	return true
}

// legacyName is that of the file that Flink's line reader reads: flink-conf.yaml, and what
// people copy it to (flink-conf-prod.yaml, flink-conf.yaml.old). flink-config.yaml is none.
var legacyName = lazyregexp.New(`^(?:.*[-_.])?flink-conf(?:[-_.].*)?\.ya?ml(?:\..*)?$`)

// wrappings are what follows a file's real extension: server.properties.template, connector.json.j2.
var wrappings = []string{".template", ".tmpl", ".tpl", ".j2", ".jinja", ".orig", ".sample", ".example", ".dist", ".erb", ".gotmpl", ".tftpl"}

// grammars returns the grammars to try for a text of that name, in order.
func grammars(name, text string) []Grammar {
	base := strings.ToLower(path.Base(name))
	for _, w := range wrappings {
		if inner, ok := strings.CutSuffix(base, w); ok && path.Ext(inner) != "" {
			base = inner
			break
		}
	}
	if legacyName.MatchString(base) && !isManifest(text) {
		return []Grammar{FlinkConf}
	}
	switch path.Ext(base) {
	case ".properties", ".props":
		return []Grammar{Properties}
	case ".yaml", ".yml":
		return []Grammar{YAML}
	case ".json":
		return []Grammar{JSON}
	case ".tf":
		return []Grammar{HCL}
	case ".sql", ".ddl", ".hql":
		return []Grammar{SQL}
	case ".hocon":
		return []Grammar{HOCON}
	case ".conf", ".config":
		if isHOCON(text) {
			return []Grammar{HOCON}
		}
		return sniff(text)
	case ".cfg", ".cnf", ".ini", ".delta", ".template", ".tmpl", ".tpl", ".j2", ".env", "":
		return sniff(text)
	}
	return nil
}

// Candidate reports whether a file of that name may be one of ours, so that it is worth
// reading.
func Candidate(name string) bool { return len(grammars(name, "")) > 0 }

// text reads a text in the first grammar in which a dialect recognises it and returns
// the names of the dialects. A text that nothing recognises and that does not parse is
// one of ours if it has our words in it.
func (o *Output) text(doc Document, grammars []Grammar) []string {
	var broken []*syntax.Error
	doc.dialects = speaking(doc.Source.Text)
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
			o.fail(errs...)
			for _, d := range docs {
				o.result.Comments = append(o.result.Comments, d.Comments...)
			}
			return formats
		}
		if len(broken) == 0 {
			broken = errs
		}
	}
	// That a Dockerfile is YAML is no more than the last guess.
	guessed := doc.Grammar == YAML && path.Ext(doc.Name) == "" && !isManifest(doc.Source.Text)
	if looksOurs(doc.Source.Text) && !guessed {
		o.fail(broken...)
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

// action is how a line begins that is none of a .properties file but an action of a template
// engine: of Go, Jinja, Terraform or ERB.
var action = lazyregexp.New(`^(?:\{[{%#]|%\{|<%)`)

// defines reports whether a line begins a template that others include. A file of these is no
// file of properties but holds parts of several.
func defines(p syntax.Pair) bool {
	return (p.Key == "{{" || p.Key == "{{-") && strings.HasPrefix(p.Value, "define ")
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
		src, err := head(doc.Source)
		if doc.Pairs, doc.Comments, errs = syntax.ParseProperties(src); err != nil {
			errs = append(errs, err)
		}
		lines := len(doc.Pairs)
		if slices.ContainsFunc(doc.Pairs, defines) {
			return nil, errs
		}
		doc.Pairs = slices.DeleteFunc(doc.Pairs, func(p syntax.Pair) bool { return action.MatchString(p.Key) })
		doc.Template = doc.Template || len(doc.Pairs) < lines
	case FlinkConf:
		src, err := head(doc.Source)
		if doc.Pairs, doc.Dropped, doc.Comments = syntax.ParseFlinkConf(src); err != nil {
			errs = append(errs, err)
		}
	case SQL:
		doc.Statements, doc.Comments, errs = syntax.ParseSQL(doc.Source)
	case HCL:
		doc.Blocks, doc.Comments, errs = syntax.ParseHCL(doc.Source)
	case YAML:
		var stream []*syntax.YAMLDocument
		stream, errs = syntax.ParseYAML(doc.Source)
		for _, d := range stream {
			if d.Root != nil {
				tree(d.Root, d.Comments, d.Template)
			}
		}
		beside := &yamlStream{documents: docs}
		for _, d := range docs {
			d.beside = beside
		}
		return joinSpring(docs), errs
	case JSON:
		var stream []*syntax.JSONDocument
		stream, errs = syntax.ParseJSONStream(doc.Source)
		for _, d := range stream {
			tree(d.Root, d.Comments, d.Template)
		}
		return docs, errs
	case HOCON:
		var text *syntax.HOCONDocument
		if text, errs = syntax.ParseHOCON(doc.Source); len(errs) > 0 && !certainHOCON(doc.Source.Text) {
			return nil, nil // one of the many notations that look like it
		}
		tree(text.Root, text.Comments, text.Template || text.Includes || len(errs) > 0)
		return docs, errs
	}
	return []*Document{&doc}, errs
}
