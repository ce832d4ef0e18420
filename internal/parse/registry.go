package parse

import (
	"slices"
	"strings"
)

// dialects in the order of recognition: the first that matches a document reads it.
// What is told apart by an unmistakable marker comes before what is guessed.
func dialects() []Dialect {
	return []Dialect{
		mappedDialect,
		kubernetesDialect,
		flinkOperatorDialect,
		ververicaDialect,
		strimziDialect,
		cfkDialect,
		composeDialect,
		workloadDialect,
		flinkCDCDialect,
		topicsDialect,
		terraformDialect,
		flinkSQLDialect,
		flinkConfDialect,
		smallryeDialect,
		springDialect,
		mirrorDialect,
		connectDialect,
		flinkConfigDialect,
		alpakkaDialect,
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
	if doc.dialects == nil {
		doc.dialects = speaking(doc.Source.Text)
	}
	for _, d := range doc.dialects {
		if o.full() {
			return ""
		}
		if !slices.Contains(d.Grammars, doc.Grammar) || !d.Match(doc) {
			continue
		}
		inner := *o
		inner.doc, inner.dialect = doc, d.Name
		before := o.result.found()
		d.Read(doc, &inner)
		if o.result.found() > before {
			return d.Name
		}
	}
	return ""
}

// speaking returns the dialects whose words stand in a text. All documents of a text share
// the answer.
func speaking(text string) []Dialect {
	lower := strings.ToLower(text)
	asked := make([]Dialect, 0, len(registered))
	for _, d := range registered {
		if anyWord(lower, d.Words) {
			asked = append(asked, d)
		}
	}
	return asked
}

func anyWord(lower string, words []string) bool {
	return len(words) == 0 || slices.ContainsFunc(words, func(w string) bool { return strings.Contains(lower, w) })
}
