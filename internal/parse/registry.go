package parse

import "slices"

// dialects in the order of recognition: the first that matches a document reads it.
// What is told apart by an unmistakable marker comes before what is guessed.
func dialects() []Dialect {
	return []Dialect{
		mappedDialect,
		kubernetesDialect,
		flinkOperatorDialect,
		flinkSQLDialect,
		flinkConfDialect,
		springDialect,
		connectDialect,
		flinkConfigDialect,
		propertiesDialect,
		genericDialect,
	}
}

// registered is dialects(), set by init because a dialect that embeds texts leads back
// to all of them.
var registered []Dialect

func init() { registered = dialects() }

// recognise lets the first dialect that matches read the document, and returns its name.
func (o *Output) recognise(doc *Document) string {
	for _, d := range registered {
		if !slices.Contains(d.Grammars, doc.Grammar) || !d.Match(doc) {
			continue
		}
		inner := *o
		inner.doc, inner.dialect = doc, d.Name
		before := len(o.result.Components) + len(o.result.Errors)
		d.Read(doc, &inner)
		if len(o.result.Components)+len(o.result.Errors) > before {
			return d.Name
		}
	}
	return ""
}
