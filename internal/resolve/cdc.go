package resolve

import (
	"fmt"
	"maps"
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

// unknownIn returns the options of a part that no release of its connector has, with the name
// that is meant, "" if none is.
func unknownIn(c *model.Component, part, connector string) map[*model.Setting]string {
	unknown := make(map[*model.Setting]string)
	if len(c.Settings) > maxSettings || !optionsKnown(part, connector) {
		return unknown
	}
	for i := range c.Settings {
		s := &c.Settings[i]
		of, name, ok := partOf(s.Key)
		if !ok || of != part || s.Written == s.Key || catalog.PipelineOption(part, connector, name) != nil || strings.ContainsAny(name, fillers) {
			continue
		}
		if _, handedOn := producers(part, connector, name); !handedOn {
			unknown[s], _ = pipelineName(c, part, connector, name)
		}
	}
	return unknown
}

// pipelineFacts notes what the options of a pipeline's parts say as a whole: what a part lacks
// that its connector requires, but for what is misspelt, and an option that shows that the
// connector is not Flink CDC's. There are forks, and other connectors of the same names.
func pipelineFacts(c *model.Component) {
	if !certainlyCDC(c) {
		return
	}
	for _, part := range []string{"source", "sink"} {
		kind := c.Get(part + ".type")
		if kind == nil || kind.State == model.Unknown {
			continue
		}
		unknown := unknownIn(c, part, kind.Value)
		foreign := firstOf(c, func(s *model.Setting) bool {
			meant, is := unknown[s]
			return is && meant == "" && !slices.Contains(ofTables, s.Written)
		})
		if foreign != nil {
			noteAs(c, "@cdc.foreign."+part, foreign)
		}
		if c.Complete != model.Full || filledIn(c, part) || c.Versions[model.OfFlinkCDC].Assumed && foreign != nil && late(part, kind.Value) {
			continue
		}
		if missing := missingIn(c, part, kind.Value, slices.Collect(maps.Values(unknown))); len(missing) > 0 {
			fact := *kind
			fact.Value = strings.Join(missing, ", ")
			noteAs(c, "@cdc.missing."+part, &fact)
		}
	}
}

// missingIn returns what a part lacks that its connector requires.
func missingIn(c *model.Component, part, connector string, meant []string) []string {
	version := c.Versions[model.OfFlinkCDC]
	var missing []string
	for _, k := range catalog.Keys(catalog.Flink, catalog.PipelineKind(part, connector)) {
		switch {
		case !k.Required(version.Number) || c.Get(part+"."+k.Name) != nil || slices.Contains(meant, k.Name):
		case version.Assumed && !k.RequiredThroughout():
			missing = append(missing, k.Name+" (from "+catalog.Format(checkedSince)+" on)")
		default:
			missing = append(missing, k.Name)
		}
	}
	return missing
}
