package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/kcfglint/kcfglint/internal/parse/syntax"
)

// describe writes of a statement what Oracle.java writes of it.
func describe(s *syntax.Statement) string {
	switch s.Kind {
	case syntax.SetStatement:
		if len(s.Options) == 0 {
			return "set"
		}
		return "set " + s.Options[0].Key + "=" + s.Options[0].Value
	case syntax.ResetStatement:
		if len(s.Keys) == 0 {
			return "reset"
		}
		return "reset " + s.Keys[0].Text
	case syntax.CreateTableStatement:
		return table(s)
	case syntax.CreateViewStatement:
		return "view " + s.Name.String() + reads(s.Query)
	case syntax.AlterTableStatement:
		switch {
		case len(s.Keys) > 0:
			return "alter " + s.Name.String() + " reset " + words(s.Keys, "; ", "{", "}")
		case len(s.Options) > 0:
			return "alter " + s.Name.String() + " set " + options(s.Options)
		}
	case syntax.DropStatement:
		if s.Object == "TABLE" || s.Object == "VIEW" {
			return "drop " + s.Name.String()
		}
	case syntax.UseStatement:
		return "use " + s.Name.String()
	case syntax.InsertStatement:
		return "insert " + s.Name.String() + hints(s.Hints) + reads(s.Query)
	case syntax.QueryStatement:
		return "query" + reads(s.Query)
	case syntax.ExplainStatement:
		if len(s.Name) > 0 {
			return "explain " + s.Name.String() + hints(s.Hints) + reads(s.Query)
		}
		return "explain" + reads(s.Query)
	case syntax.BeginSetStatement:
		return "begin"
	case syntax.EndSetStatement:
		return "end"
	}
	return "other"
}

func table(s *syntax.Statement) string {
	var b strings.Builder
	b.WriteString("table " + s.Name.String())
	if s.Temporary {
		b.WriteString(" temporary")
	}
	b.WriteString(" columns=")
	for _, c := range s.Columns {
		kind := "physical"
		switch {
		case c.Metadata:
			kind = "metadata"
		case c.Expr != "":
			kind = "computed"
		case c.Type == "":
			kind = "name"
		}
		fmt.Fprintf(&b, "%s:%s,", c.Name.Text, kind)
	}
	b.WriteString(" key=")
	if s.PrimaryKey != nil {
		b.WriteString(words(s.PrimaryKey.Columns, ",", "", ""))
	}
	if s.Watermark != nil {
		b.WriteString(" watermark=" + s.Watermark.Column.Text)
	}
	if l := s.Like; l != nil {
		var without []string
		for _, w := range []struct {
			word string
			is   bool
		}{{"CONSTRAINTS", l.ExcludingConstraints}, {"OPTIONS", l.ExcludingOptions}, {"WATERMARKS", l.ExcludingWatermarks}} {
			if w.is {
				without = append(without, w.word)
			}
		}
		b.WriteString(" like=" + l.Table.String() + "[" + strings.Join(without, ", ") + "]")
	}
	b.WriteString(" " + options(s.Options))
	if s.Query != nil {
		b.WriteString(reads(s.Query))
	}
	return b.String()
}

func options(pairs []syntax.Pair) string {
	texts := make([]string, len(pairs))
	for i, p := range pairs {
		texts[i] = p.Key + "=" + p.Value
	}
	return "{" + strings.Join(texts, "; ") + "}"
}

// hints are those that count, of which the last of one key does.
func hints(pairs []syntax.Pair) string {
	byKey := map[string]string{}
	var texts []string
	for _, p := range pairs {
		byKey[p.Key] = p.Value
	}
	for key, value := range byKey {
		texts = append(texts, key+"="+value)
	}
	if len(texts) == 0 {
		return ""
	}
	slices.Sort(texts)
	return "{" + strings.Join(texts, "; ") + "}"
}

func words(of []syntax.Word, between, before, behind string) string {
	texts := make([]string, len(of))
	for i, w := range of {
		texts[i] = w.Text
	}
	return before + strings.Join(texts, between) + behind
}

func reads(q *syntax.Query) string {
	var tables []string
	if q != nil {
		for _, t := range q.Tables {
			tables = append(tables, t.Name.String()+hints(t.Hints))
		}
	}
	slices.Sort(tables)
	return " reads=" + strings.Join(slices.Compact(tables), ",")
}
