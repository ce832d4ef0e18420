package parse

import (
	"slices"

	"github.com/kcfglint/kcfglint/internal/parse/syntax"
)

// sqlScope is where a name belongs that does not say its catalog and database. A part that
// is not known is empty.
type sqlScope struct{ catalog, database string }

// builtIn is the scope in which a session begins (table.builtin-catalog-name,
// table.builtin-database-name).
var builtIn = sqlScope{"default_catalog", "default_database"}

// sqlPath is catalog, database and name of a table or view.
type sqlPath [3]string

// path completes a name.
func (x sqlScope) path(name syntax.Name) sqlPath {
	p := sqlPath{x.catalog, x.database, last(name)}
	if n := len(name); n > 1 {
		p[1] = name[n-2].Text
		if n > 2 {
			p[0] = name[n-3].Text
		}
	}
	return p
}

// mayBe reports whether two paths are the same as far as they are known.
func (p sqlPath) mayBe(other sqlPath) bool {
	for i, part := range p {
		if part != other[i] && part != "" && other[i] != "" {
			return false
		}
	}
	return true
}

// sqlObject is a table or a view that there is at a place of the script.
type sqlObject struct {
	sqlKey
	name  syntax.Name // as the script has it
	gone  bool        // dropped, or another one is in its place
	table *sqlTable   // as the last ALTER TABLE left it
	view  *sqlView
}

// sqlKey tells objects apart: a temporary one may hide a permanent one.
type sqlKey struct {
	path      sqlPath
	temporary bool
}

// sqlNames holds the tables and views that there are at a place of the script.
type sqlNames struct {
	scope    sqlScope
	explicit bool              // the script says itself which catalogs and databases there are
	defaults map[string]string // catalogs of the script and their first databases
	objects  map[sqlKey]*sqlObject
	byLast   map[string][]*sqlObject // by the last part of the name, in the order of their creation
	scanned  int                     // objects that DROP DATABASE and DROP CATALOG looked at
}

func newSQLNames() sqlNames {
	return sqlNames{
		scope: builtIn, defaults: map[string]string{builtIn.catalog: builtIn.database},
		objects: make(map[sqlKey]*sqlObject), byLast: make(map[string][]*sqlObject),
	}
}

// maxNamesakes bounds how many objects of the same last name are compared.
const maxNamesakes = 64

// find returns what a name means in a scope, or nil. In a script that says nothing of
// catalogs and databases, whose session knows them, a name without its database is taken
// for one with it.
func (n *sqlNames) find(name syntax.Name, scope sqlScope) *sqlObject {
	path := scope.path(name)
	for _, temporary := range []bool{true, false} {
		if o := n.objects[sqlKey{path, temporary}]; o != nil {
			return o
		}
	}
	var similar *sqlObject
	same := n.byLast[path[2]]
	for _, o := range slices.Backward(same[max(0, len(same)-maxNamesakes):]) {
		switch {
		case o.gone:
		case o.path.mayBe(path):
			return o
		case similar == nil && !n.explicit && suffixOf(o.name, name):
			similar = o
		}
	}
	return similar
}

// hidden returns the permanent object that a temporary one hides, or nil.
func (n *sqlNames) hidden(o *sqlObject) *sqlObject {
	if !o.temporary {
		return nil
	}
	return n.objects[sqlKey{path: o.path}]
}

// exists reports whether CREATE ... IF NOT EXISTS finds the object.
func (n *sqlNames) exists(st *syntax.Statement) bool {
	return n.objects[sqlKey{n.scope.path(st.Name), st.Temporary}] != nil
}

// add puts an object in the place of the one with its name.
func (n *sqlNames) add(o *sqlObject) {
	if old := n.objects[o.sqlKey]; old != nil {
		old.gone = true
	}
	n.objects[o.sqlKey] = o
	n.byLast[o.path[2]] = append(n.byLast[o.path[2]], o)
}

func (n *sqlNames) remove(o *sqlObject) {
	delete(n.objects, o.sqlKey)
	o.gone = true
}

// drop carries out DROP. Without the word TEMPORARY it takes the permanent object, and with
// it no other than a temporary one.
func (n *sqlNames) drop(st *syntax.Statement) {
	if len(st.Name) == 0 {
		return
	}
	switch st.Object {
	case "TABLE", "VIEW":
		o := n.objects[sqlKey{n.scope.path(st.Name), st.Temporary}]
		if o == nil {
			o = n.find(st.Name, n.scope)
		}
		if o != nil && o.temporary == st.Temporary && (o.view != nil) == (st.Object == "VIEW") {
			n.remove(o)
		}
	case "DATABASE":
		catalog := n.scope.catalog
		if len(st.Name) > 1 {
			catalog = st.Name[0].Text
		}
		n.removeAll(func(p sqlPath) bool { return p[0] == catalog && p[1] == last(st.Name) })
	case "CATALOG":
		n.removeAll(func(p sqlPath) bool { return p[0] == last(st.Name) })
	}
}

// maxScanned bounds how many objects the statements that drop many look at.
const maxScanned = 10_000_000

// removeAll removes the permanent objects of a database or catalog.
func (n *sqlNames) removeAll(within func(sqlPath) bool) {
	if n.scanned += len(n.objects); n.scanned > maxScanned {
		return
	}
	for key, o := range n.objects {
		if !key.temporary && within(key.path) {
			n.remove(o)
		}
	}
}

// rename carries out ALTER ... RENAME TO: the object stays in its database.
func (n *sqlNames) rename(st *syntax.Statement) {
	o := n.find(st.Name, n.scope)
	if o == nil || len(st.NewName) == 0 {
		return
	}
	n.remove(o)
	renamed := *o
	renamed.path[2], renamed.name, renamed.gone = last(st.NewName), st.NewName, false
	n.add(&renamed)
}

// use carries out USE. The catalog that is in use already keeps its database
// (CatalogManager.setCurrentCatalog).
func (n *sqlNames) use(st *syntax.Statement) {
	switch {
	case len(st.Name) == 0 || st.Object == "MODULES":
		return
	case st.Object == "CATALOG":
		if catalog := last(st.Name); catalog != n.scope.catalog {
			n.scope = sqlScope{catalog, n.defaults[catalog]}
		}
	case len(st.Name) > 1:
		n.scope = sqlScope{st.Name[len(st.Name)-2].Text, last(st.Name)}
	default:
		n.scope.database = last(st.Name)
	}
	n.explicit = true
}

// created notes CREATE CATALOG and CREATE DATABASE.
func (n *sqlNames) created(st *syntax.Statement) {
	n.explicit = n.explicit || st.Object == "CATALOG" || st.Object == "DATABASE"
	if st.Object != "CATALOG" || len(st.Name) == 0 {
		return
	}
	database := ""
	for _, p := range st.Options {
		switch {
		case p.Key == "default-database":
			database = p.Value
		case p.Key == "type" && p.Value == "generic_in_memory" && database == "":
			database = "default" // GenericInMemoryCatalog.DEFAULT_DB
		}
	}
	n.defaults[last(st.Name)] = database
}
