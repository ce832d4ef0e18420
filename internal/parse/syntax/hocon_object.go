package syntax

// hoconObject is an object as it is written: the fields of all its blocks together.
type hoconObject struct {
	fields     map[string]*hoconField
	order      []*hoconField
	include    int // offset of the last include in it: what stands before may be replaced
	start, end int
}

// hoconField is a key of an object and what it is set to, one after the other.
type hoconField struct {
	name    string
	assigns []hoconAssign
	built   *hoconBuilt
	entries []Entry
	busy    bool
}

type hoconAssign struct {
	key   *Node
	value hoconValue
}

// hoconValue is a value: one piece, or several that cannot be joined before the
// substitutions among them are resolved.
type hoconValue struct {
	pieces     []hoconPiece
	start, end int
	add        bool // it is to be an item more (+=)
}

// hoconPiece is one of these.
type hoconPiece struct {
	text   []hoconToken
	object *hoconObject
	list   []hoconValue
	isList bool
	ref    *hoconRef
}

// object returns the object that a value is, nil if it is none or may be more than that.
func (v *hoconValue) object() *hoconObject {
	if len(v.pieces) == 1 && !v.add {
		return v.pieces[0].object
	}
	return nil
}

func newHOCONObject(start, end int) *hoconObject {
	return &hoconObject{fields: make(map[string]*hoconField), start: start, end: end}
}

// assign sets what a path leads to.
func (o *hoconObject) assign(path []*Node, start int, v hoconValue) {
	for _, key := range path[:len(path)-1] {
		f := o.field(key.Text)
		inner := f.last()
		if inner == nil {
			inner = newHOCONObject(start, v.end)
			f.assigns = append(f.assigns, hoconAssign{key, hoconValue{pieces: []hoconPiece{{object: inner}}, start: start, end: v.end}})
		}
		o = inner
	}
	key := path[len(path)-1]
	o.field(key.Text).add(hoconAssign{key, v})
}

// field returns the field of that name, which is made if there is none.
func (o *hoconObject) field(name string) *hoconField {
	f := o.fields[name]
	if f == nil {
		f = &hoconField{name: name}
		o.fields[name] = f
		o.order = append(o.order, f)
	}
	return f
}

// last returns the object that a field was last set to, nil if it was something else.
func (f *hoconField) last() *hoconObject {
	if n := len(f.assigns); n > 0 {
		return f.assigns[n-1].value.object()
	}
	return nil
}

// add sets a field once more. Objects become one.
func (f *hoconField) add(a hoconAssign) {
	if last, next := f.last(), a.value.object(); last != nil && next != nil {
		last.merge(next)
		return
	}
	f.assigns = append(f.assigns, a)
}

// merge takes the fields of a later object over.
func (o *hoconObject) merge(later *hoconObject) {
	o.include = max(o.include, later.include)
	for _, f := range later.order {
		if o.fields[f.name] == nil {
			o.fields[f.name] = f
			o.order = append(o.order, f)
			continue
		}
		for _, a := range f.assigns {
			o.fields[f.name].add(a)
		}
	}
}
