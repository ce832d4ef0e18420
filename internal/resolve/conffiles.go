package resolve

import (
	"path"
	"slices"
	"strings"

	"github.com/kcfglint/kcfglint/internal/model"
)

// unreadFiles takes back what stands in a configuration file of Flink's that its version does not
// read: of config.yaml up to 1.18, and up to 1.20 where flink-conf.yaml stands beside it, and of
// flink-conf.yaml from 2.0 on (GlobalConfiguration.loadConfiguration). A version that is only
// assumed decides nothing, and what a job is built with does not say that the cluster is as old.
func unreadFiles(all []*model.Component) {
	legacy := make(map[string]*model.Component)
	for _, c := range all {
		if folder, name := confFile(c); name == "flink-conf.yaml" {
			legacy[folder] = c
		}
	}
	for _, c := range all {
		file, _ := c.Value("@file")
		v, known := c.Versions[model.OfFlink]
		if !known || v.Assumed || c.Kind != model.FlinkCluster || c.Get("@image") != nil {
			continue
		}
		folder, name := confFile(c)
		old := slices.Compare(v.Number, []int{2, 0}) < 0
		switch {
		case file == "flink-conf.yaml" && !old:
			silence(c)
		case name == "config.yaml" && old && legacy[folder] != nil:
			passOver(c, "flink-conf.yaml")
		case name == "config.yaml" && !v.Built && slices.Compare(v.Number, []int{1, 19}) < 0:
			passOver(c, "version")
		}
	}
}

// imageVersions gives a ConfigMap's FLINK_PROPERTIES the version of the images whose
// containers take it from another file, if that is one.
func imageVersions(all []*model.Component, byID map[string]*model.Component) {
	read := make(map[*model.Component][]model.Version)
	for _, c := range all {
		parent := byID[c.Parent]
		if parent == nil || c.Get("@image") == nil {
			continue
		}
		if file, _ := parent.Value("@file"); file == "FLINK_PROPERTIES" {
			read[parent] = append(read[parent], c.Versions[model.OfFlink])
		}
	}
	for c, versions := range read {
		one := !slices.ContainsFunc(versions, func(v model.Version) bool { return !slices.Equal(v.Number, versions[0].Number) })
		if _, known := c.Versions[model.OfFlink]; one && !known && versions[0].Number != nil {
			c.Versions[model.OfFlink] = versions[0]
		}
	}
}

// passOver silences the component of a config.yaml and notes why it is not read.
func passOver(c *model.Component, why string) {
	s := *c.Get("@file")
	s.Key, s.Written, s.Value = "@file.unread", "@file.unread", why
	silence(c)
	c.Add(s)
}

// confFile returns the folder or the ConfigMap of a configuration file of Flink's, and the
// file's name; "" if the component is none.
func confFile(c *model.Component) (folder, name string) {
	if c.Kind != model.FlinkCluster || c.Get("@file") == nil || c.Get("@image") != nil {
		return "", ""
	}
	if c.Anchor == "" {
		return path.Dir(c.File), path.Base(c.File)
	}
	return c.File + "#" + path.Dir(c.Anchor), path.Base(c.Anchor)
}

// silence makes all settings of a component unknown, as if they were not in view. A secret
// is one wherever it stands.
func silence(c *model.Component) {
	settings := slices.DeleteFunc(slices.Clone(c.Settings), func(s model.Setting) bool { return strings.HasPrefix(s.Key, "@conf.") })
	for i := range settings {
		if s := &settings[i]; !s.IsFact() && s.Secret == nil {
			s.State, s.Value = model.Unknown, ""
		}
	}
	c.Replace(settings)
	c.Unread = true
	if c.Complete == model.Full {
		c.Complete = model.Partial
	}
}
