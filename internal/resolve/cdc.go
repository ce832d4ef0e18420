package resolve

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/kcfglint/kcfglint/internal/catalog"
	"github.com/kcfglint/kcfglint/internal/lazyregexp"
	"github.com/kcfglint/kcfglint/internal/model"
)

// cdcRelease finds the release in the name of Flink CDC's jar or image.
var cdcRelease = lazyregexp.New(`(?:/flink-cdc-dist-([0-9]+\.[0-9]+\.[0-9]+)\.jar|^apache/flink-cdc:([0-9]+\.[0-9]+\.[0-9]+)(?:-[0-9.]+)?)$`)

// pipelineReleases finds the release of Flink CDC that runs a pipeline: that of the jobs in its
// file, else in its folder, if they agree.
func pipelineReleases(all []*model.Component) {
	places := make(map[string]map[string]model.Version) // a file or folder, by the release
	for _, c := range all {
		for _, key := range []string{"job.jarURI", "@image"} {
			value, _ := c.Value(key)
			if m := cdcRelease.FindStringSubmatch(value); m != nil {
				number, err := catalog.ParseVersion(m[1] + m[2])
				if err != nil {
					continue
				}
				v := model.Version{Number: number, Evidence: fmt.Sprintf("%s at %s:%d", path.Base(value), c.File, c.Get(key).KeySpan.Start.Line)}
				for _, place := range []string{c.File, path.Dir(c.File)} {
					if places[place] == nil {
						places[place] = make(map[string]model.Version)
					}
					places[place][catalog.Format(number)] = v
				}
			}
		}
	}
	for _, c := range all {
		if _, known := c.Versions[model.OfFlinkCDC]; c.Kind != model.FlinkCDC || known {
			continue
		}
		found := places[c.File]
		if found == nil {
			found = places[path.Dir(c.File)]
		}
		if len(found) == 1 {
			for _, v := range found {
				c.Versions[model.OfFlinkCDC] = v
			}
		}
	}
}

// fillers are letters of which no option's name has one: what has one is filled in.
const fillers = "${}<>%@ "

// filledIn reports whether more options are filled into a part later.
func filledIn(c *model.Component, part string) bool {
	return slices.ContainsFunc(c.Settings, func(s model.Setting) bool {
		return strings.HasPrefix(s.Key, part+".") && strings.ContainsAny(s.Written, fillers)
	})
}

// foreignFacts notes an option that no release of a connector has and that resembles none: there
// are forks of Flink CDC, and other connectors under the names of its own.
func foreignFacts(c *model.Component) {
	if len(c.Settings) > maxSettings {
		return
	}
	for _, part := range []string{"source", "sink"} {
		connector, _ := c.Value(part + ".type")
		if !optionsKnown(part, connector) {
			continue
		}
		if s := firstOf(c, func(s *model.Setting) bool {
			of, name, ok := partOf(s.Key)
			if !ok || of != part || s.Written == s.Key || catalog.PipelineOption(part, connector, name) != nil {
				return false
			}
			_, handedOn := producers(part, connector, name)
			_, meant := pipelineName(c, part, connector, name)
			return !handedOn && !meant && !slices.Contains(ofTables, name) && !strings.ContainsAny(name, fillers)
		}); s != nil {
			noteAs(c, "@cdc.foreign."+part, s)
		}
	}
}

// missingFacts notes what a part of a pipeline lacks that its connector requires, by the part.
func missingFacts(c *model.Component) {
	if c.Complete != model.Full || !certainlyCDC(c) {
		return
	}
	version := c.Versions[model.OfFlinkCDC]
	for _, part := range []string{"source", "sink"} {
		s := c.Get(part + ".type")
		if s == nil || s.State == model.Unknown || filledIn(c, part) || version.Assumed && c.Get("@cdc.foreign."+part) != nil {
			continue
		}
		var missing []string
		for _, k := range catalog.Keys(catalog.Flink, catalog.PipelineKind(part, s.Value)) {
			switch {
			case !k.Required(version.Number) || c.Get(part+"."+k.Name) != nil:
			case version.Assumed && !k.RequiredThroughout():
				missing = append(missing, k.Name+" (from "+catalog.Format(checkedSince)+" on)")
			default:
				missing = append(missing, k.Name)
			}
		}
		if len(missing) > 0 {
			fact := *s
			fact.Value = strings.Join(missing, ", ")
			noteAs(c, "@cdc.missing."+part, &fact)
		}
	}
}
