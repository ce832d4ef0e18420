// Package parse turns files into components. A grammar of package syntax reads the
// text; the first dialect that recognises the document maps it to components.
package parse

import (
	"fmt"
	"maps"
	"path"
	"strings"

	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/internal/parse/syntax"
)

// Options tells how to read a file.
type Options struct {
	Mappings []Mapping
	// Client is whose keys a flat file holds; "" leaves it to the keys.
	Client string
}

// Mapping makes a generic document exact: which node is which component.
type Mapping struct {
	Path   string // dotted path of map keys, "*" for any; "" is the root
	Kind   model.Kind
	Client string            // "" is java
	Keys   map[string]string // key as written below Path -> canonical key
	Span   model.Span        // in the config file
}

// Result is what a file holds.
type Result struct {
	File       *syntax.File
	Format     string // the dialect's name, or several joined with "+"
	Reason     string // why nothing was recognised; "" if something was
	Components []*model.Component
	Errors     []*syntax.Error // where it does not parse; the rest is still there
	Comments   []syntax.Comment

	count count
}

// Recognised reports whether the file is one of ours, well-formed or not.
func (r *Result) Recognised() bool {
	return len(r.Components) > 0 || len(r.Errors) > 0 || r.Format != ""
}

// Grammar names how a document's text is written.
type Grammar string

// The grammars.
const (
	Properties Grammar = "properties" // java.util.Properties
	Env        Grammar = "env"        // KEY=VALUE lines
	FlinkConf  Grammar = "flink-conf" // Flink's legacy line reader
	YAML       Grammar = "yaml"
	JSON       Grammar = "json"
	SQL        Grammar = "sql"
	HCL        Grammar = "hcl"   // Terraform
	HOCON      Grammar = "hocon" // Lightbend's Config
)

// Document is one document to recognise: a file, one document of a YAML stream, or a
// text within another document.
type Document struct {
	Source  *syntax.Source
	Name    string // slash-separated path of the file, or the name an embedded text has ("flink-conf.yaml")
	Grammar Grammar
	// Anchor is put before the anchors of components: where in the file this document is.
	Anchor string
	// Root is the tree of YAML, JSON and HOCON.
	Root *syntax.Node
	// Stream holds the documents of a YAML stream that only have a meaning together, in
	// order; nil where the document stands for itself.
	Stream []*Document
	// beside are the documents of the same YAML stream, this one included.
	beside *yamlStream
	// Pairs are the keys and values of the flat grammars.
	Pairs []syntax.Pair
	// Dropped are the lines that Flink's legacy reader passes over.
	Dropped []syntax.DroppedLine
	// Statements are those of SQL.
	Statements []*syntax.Statement
	// Blocks are those of HCL.
	Blocks []*syntax.Block
	// Comments of the document, in order.
	Comments []syntax.Comment
	// Template: actions of a template engine were blanked out; what is not there may be there.
	Template bool
	// Embedded: the text lies within another document.
	Embedded bool
	// Versions is evidence that the surrounding document gives (image tags, spec.flinkVersion).
	Versions map[string]model.Version
	// Parent is the component that components of an embedded text inherit from, or nil.
	Parent  *model.Component
	Options Options

	dialects []Dialect // those to ask; nil if it is not known yet which
	spring   springCache
	flat     flat // what the properties dialect made of the pairs when it was asked
}

// Base returns the last element of the document's name in lower case.
func (d *Document) Base() string { return strings.ToLower(path.Base(d.Name)) }

// Dialect recognises documents of one convention and maps them to components.
type Dialect struct {
	Name string
	// Grammars the dialect is written in.
	Grammars []Grammar
	// Words are, in lower case, what stands in every document of the dialect: one of them at
	// least, if there are any. Other documents are not asked further.
	Words []string
	// Match reports whether the document is of this dialect. It is asked in the order of
	// the registry and must be quick.
	Match func(*Document) bool
	// Read emits the document's components.
	Read func(*Document, *Output)
}

// Output collects what the dialects find in a file.
type Output struct {
	doc     *Document
	dialect string
	result  *Result
	anchors map[string]int // anchors in use -> how often they were asked for
	depth   int            // of embedded documents
}

// Component starts a component of this document and adds it to the result. The anchor
// is made unique within the file; span stands for the component: best the key or word
// that names it.
func (o *Output) Component(kind model.Kind, anchor, name string, span model.Span) *model.Component {
	if span.IsZero() { // nothing names it: it stands for the document
		span = o.doc.Source.Span(0, 0)
	}
	c := &model.Component{
		File: o.doc.Source.File.Name, Anchor: o.anchor(anchor), Kind: kind, Name: shortened(name, maxName), Dialect: o.dialect,
		Client: model.ClientJava, Complete: model.Full, Span: span, Versions: maps.Clone(o.doc.Versions),
	}
	if c.Versions == nil {
		c.Versions = make(map[string]model.Version)
	}
	c.ID = c.File
	if c.Anchor != "" {
		c.ID += "#" + c.Anchor
	}
	if o.doc.Template {
		c.Complete = model.Template
	}
	if o.doc.Parent != nil {
		c.Parent = o.doc.Parent.ID
	}
	if o.admit(span) {
		o.result.Components = append(o.result.Components, c)
	}
	return c
}

// Child starts a client that an owner creates: in the same file, linked to it, and as
// complete as its owner is.
func (o *Output) Child(owner *model.Component, framework string, kind model.Kind) *model.Component {
	anchor := strings.Trim(strings.TrimPrefix(owner.Anchor, o.doc.Anchor)+"/"+string(kind), "/")
	c := o.Component(kind, anchor, owner.Name, owner.Span)
	c.Owner, c.OwnerID, c.Parent = framework, owner.ID, ""
	c.Complete, c.CodeMaySet, c.Heuristic = owner.Complete, owner.CodeMaySet, owner.Heuristic
	c.Versions = maps.Clone(owner.Versions)
	return c
}

// Error reports that the document departs from its grammar, or cannot be what it claims to be.
func (o *Output) Error(span model.Span, message string) {
	o.fail(&syntax.Error{Span: span, Message: message})
}

// anchor makes an anchor unique within the file: the second one gets "~2".
func (o *Output) anchor(anchor string) string {
	anchor = strings.Trim(o.doc.Anchor+"/"+shortened(anchor, maxName), "/")
	o.anchors[anchor]++
	if n := o.anchors[anchor]; n > 1 {
		anchor = strings.TrimPrefix(fmt.Sprintf("%s~%d", anchor, n), "/")
	}
	return anchor
}
