package syntax

import "strings"

// HOCONDocument is a text of HOCON, the notation of Lightbend's Config library.
type HOCONDocument struct {
	// Root is the object that the text is: blocks of a key and dotted keys are merged as the
	// library does it, and substitutions that the text itself answers are resolved. It is
	// never nil.
	Root     *Node
	Comments []Comment
	// Includes: other files are included, with keys that are not in view.
	Includes bool
	// Template: the text holds actions of a template engine.
	Template bool
}

// ParseHOCON reads a text as com.typesafe.config does. The tree has a map for every element
// of a path, whether it is written as one key with dots or as blocks. Of what is set several
// times all is kept, in order. Substitutions that are not answered stay in the text of their
// scalar as they are written, ${path}; those with ? are filled in from the environment, so
// that what they replace is never certain. Where the text departs from the grammar, what was
// read of it until then is returned with the error.
func ParseHOCON(src *Source) (*HOCONDocument, []*Error) {
	doc, err := readHOCON(src, src.Text)
	if err != nil {
		if view, found := BlankTemplates(src.Text); found {
			doc, err = readHOCON(src, view)
			doc.Template = true
		}
	} else {
		doc.Template = strings.Contains(src.Text, "{{") && templateText(src.Text)
	}
	if err != nil {
		return doc, []*Error{err}
	}
	return doc, nil
}

// templateText reports whether a text that parses has actions, which then are in quotes.
func templateText(text string) bool {
	_, found := BlankTemplates(text)
	return found
}

func readHOCON(src *Source, view string) (*HOCONDocument, *Error) {
	r := &hoconReader{src: src, view: view}
	root := r.document()
	s := &hoconResolver{hoconReader: r, root: root, budget: maxAliasNodes}
	return &HOCONDocument{Root: s.object(root, 0, 1).node, Comments: r.comments, Includes: r.includes}, r.err
}
