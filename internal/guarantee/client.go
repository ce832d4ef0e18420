package guarantee

import (
	"fmt"

	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/internal/policy"
	"github.com/kcfglint/kcfglint/internal/resolve"
)

// client puts a guarantee into words and places.
func (p *project) client(c *model.Component, g policy.Guarantee) Client {
	out := Client{
		ID: c.ID, Kind: string(c.Kind), Name: c.Name, File: c.File, Line: c.Span.Start.Line, Software: resolve.Product(c, c.Versions),
		Role: p.role(c), Delivery: g.Delivery, Scope: g.Scope, Ordered: g.Ordered, Durable: g.Durable, Links: []Link{}, Settings: []Setting{},
	}
	seen := make(map[Setting]bool)
	decide := func(c *model.Component, key string) {
		s := SettingOf(c, key)
		if key != "" && !seen[s] {
			seen[s] = true
			out.Settings = append(out.Settings, s)
		}
	}
	for _, key := range g.Decides {
		decide(c, key)
	}
	told := make(map[Link]bool)
	for _, l := range g.Limits {
		link := p.link(&l)
		same := link
		same.At.State = "" // explicit where it is written, and inherited by what runs there
		if !told[same] {
			told[same] = true
			out.Links = append(out.Links, link)
			if link.Rule == "" {
				decide(p.byID[l.At.Component], l.At.Key)
			}
		}
	}
	return out
}

// role says what a table is for.
func (p *project) role(c *model.Component) string {
	if c.Kind != model.FlinkTable {
		return ""
	}
	role := ""
	for _, part := range p.parts[c.ID] {
		is := "sink"
		if part.Kind == model.Consumer {
			is = "source"
		}
		if role != "" && role != is {
			return "both"
		}
		role = is
	}
	return role
}

// link places a limit: where the rule points that found it, else at the setting.
func (p *project) link(l *policy.Limit) Link {
	link := Link{Of: l.Of, Certain: l.Certain, Message: l.Message, Set: l.Set, Note: l.Hygiene}
	if l.Finding == nil {
		link.At = SettingOf(p.byID[l.At.Component], l.At.Key)
		return link
	}
	f := &p.findings[*l.Finding]
	link.Rule = f.Rule
	if c := p.byID[f.Component.ID]; c != nil && f.Key != "" {
		link.At = SettingOf(c, f.Key)
	}
	link.At.File, link.At.Line = f.File, f.Start.Line
	return link
}

// SettingOf returns what a key amounts to for a component, and where that comes from.
// Without a component, it is not known.
func SettingOf(c *model.Component, key string) Setting {
	if c == nil {
		return Setting{Key: key, State: string(model.Unknown)}
	}
	e := resolve.Key(c, key, c.Versions)
	out := Setting{Key: key, State: string(e.State), Origin: resolve.Origin(c, key, c.Versions)}
	s := c.Get(key)
	if s != nil && s.Secret != nil {
		return out
	}
	if e.Value != nil {
		out.Value = fmt.Sprint(e.Value)
	}
	if s != nil && !s.KeySpan.IsZero() && out.Origin == "" {
		out.File, out.Line = s.KeySpan.File, s.KeySpan.Start.Line
		if e.State != model.Unknown {
			out.Value = s.Value
		}
	}
	return out
}
