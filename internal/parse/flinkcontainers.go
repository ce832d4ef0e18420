package parse

import (
	"maps"
	"slices"
	"strings"

	"github.com/kcfglint/kcfglint/internal/catalog"
	"github.com/kcfglint/kcfglint/internal/lazyregexp"
	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/internal/parse/syntax"
)

// flinkContainer is a container that runs a program of Flink's.
type flinkContainer struct {
	container
	call  flinkCall
	calls []flinkCall // of "flink run"
	env   *variable   // FLINK_PROPERTIES, nil if it is not set
	group *flinkGroup
}

// flink returns what a container runs of Flink, nil if it configures nothing of it.
func (c container) flink() *flinkContainer {
	f := flinkContainer{container: c, env: c.variable(flinkProperties), call: flinkCall{program: flinkClient}}
	for i, call := range flinkCalls(c) {
		switch {
		case call.program == flinkRun:
			f.calls = append(f.calls, call)
		case i == 0 || f.call.program == flinkClient:
			f.call = call
		}
	}
	if f.env == nil {
		f.env = f.outsideEnv()
	}
	argued := f.call.argued() || slices.ContainsFunc(f.calls, func(call flinkCall) bool { return call.argued() })
	if f.env == nil && !argued && !f.unread() {
		return nil
	}
	return &f
}

// unread reports whether a configuration file is mounted that the image's Flink does not read:
// flink-conf.yaml from 2.0 on, config.yaml up to 1.18.
func (f *flinkContainer) unread() bool {
	number, known := f.version()
	return known && (number[0] >= 2 && f.legacyMount() != nil ||
		slices.Compare(number, []int{1, 19}) < 0 && f.legacyMount() == nil && f.standardMount() != nil)
}

func (c container) ofFlink() bool { return c.flink() != nil }

// legacyMount returns the mount by which a container gets a flink-conf.yaml.
func (c container) legacyMount() *containerMount { return c.mountOf("/conf/flink-conf.yaml") }

// standardMount returns the mount by which a container gets a config.yaml of Flink's.
func (c container) standardMount() *containerMount { return c.mountOf("/flink/conf/config.yaml") }

// mountOf returns the mount of a file by the end of its path.
func (c container) mountOf(file string) *containerMount {
	i := slices.IndexFunc(c.mounts, func(m containerMount) bool { return strings.HasSuffix(m.target, file) })
	if i < 0 {
		return nil
	}
	return &c.mounts[i]
}

// flinkGroup is the containers of Flink that are configured side by side.
type flinkGroup struct {
	of        map[*syntax.Node][]*flinkContainer // by the document
	leaders   int
	followers []*flinkContainer            // TaskManagers and clients
	byAddress map[string][]*flinkContainer // those by the JobManager that they name
	texts     map[*syntax.Node]*flinkEnv   // of FLINK_PROPERTIES, which services may share
}

func newFlinkGroup() *flinkGroup {
	return &flinkGroup{
		of: make(map[*syntax.Node][]*flinkContainer), byAddress: make(map[string][]*flinkContainer), texts: make(map[*syntax.Node]*flinkEnv),
	}
}

// flinkGroup returns the containers of the stream that the document belongs to, or of the
// document alone if it is an item of another one.
func (d *Document) flinkGroup() *flinkGroup {
	if d.beside != nil {
		if stream := d.beside.flinkGroup(); stream.of[d.Root] != nil {
			return stream
		}
	}
	group := newFlinkGroup()
	group.add(d.Root, d.containers())
	return group
}

func (s *yamlStream) flinkGroup() *flinkGroup {
	if s.flink == nil {
		s.flink = newFlinkGroup()
		for _, d := range s.documents {
			s.flink.add(d.Root, d.containers())
		}
	}
	return s.flink
}

func (g *flinkGroup) add(root *syntax.Node, containers []container) {
	for _, c := range containers {
		f := c.flink()
		if f == nil {
			continue
		}
		f.group = g
		g.of[root] = append(g.of[root], f)
		switch {
		case f.leads():
			g.leaders++
		case len(f.calls) == 0:
			g.followers = append(g.followers, f)
			if text := f.text(); text != nil && text.address != "" {
				g.byAddress[text.address] = append(g.byAddress[text.address], f)
			}
		}
	}
}

// read emits what the containers of a document configure: a cluster for each JobManager,
// which has the settings of its TaskManagers and clients as well, and a job for each "flink run".
func (g *flinkGroup) read(out *Output, root *syntax.Node) {
	for _, f := range g.of[root] {
		if out.full() {
			return
		}
		switch {
		case f.leads():
			f.cluster(out, g.led(f))
		case len(f.calls) > 0:
			for _, call := range f.calls {
				f.job(out, call)
			}
		case g.leaders == 0:
			f.alone(out)
		}
	}
}

// led are the TaskManagers and clients of a JobManager: all if there is no other, else those
// that name it.
func (g *flinkGroup) led(f *flinkContainer) []*flinkContainer {
	if g.leaders == 1 {
		return g.followers
	}
	var led []*flinkContainer
	for _, host := range slices.Compact(slices.Sorted(slices.Values(f.hosts))) {
		led = append(led, g.byAddress[host]...)
	}
	return led
}

func (f *flinkContainer) leads() bool {
	return f.call.program == jobManager || f.call.program == standaloneJob
}

// text is what FLINK_PROPERTIES holds, nil if it is not known.
func (f *flinkContainer) text() *flinkEnv {
	if f.env == nil || f.env.unknown {
		return nil
	}
	text := f.group.texts[f.env.node]
	if text == nil {
		text = readFlinkEnv(f.env.source(), f.doubled)
		f.group.texts[f.env.node] = text
	}
	return text
}

// cluster emits a JobManager's cluster, also where it runs but one job.
func (f *flinkContainer) cluster(out *Output, followers []*flinkContainer) {
	c := f.component(out, model.FlinkCluster, f.anchor)
	f.configure(out, c, f.call)
	written := make(map[string]bool)
	for i := range c.Settings {
		written[c.Settings[i].Key] = true
	}
	shared := make(map[sharedText]bool) // texts that are in already
	for _, other := range followers {
		if out.full() {
			return
		}
		if other.env == nil || f.env != nil && other.env.node == f.env.node {
			continue
		}
		text := sharedText{other.call.program, other.env.node}
		if !shared[text] {
			shared[text] = true
			other.add(out, c, written)
		}
	}
	f.volumes(c, followers)
}

// job emits the job of a "flink run" under the configuration of its container.
func (f *flinkContainer) job(out *Output, call flinkCall) {
	c := f.component(out, model.FlinkJob, f.anchor+"/run")
	if f.calls[0].at.span != call.at.span {
		c.Span = call.at.span
	}
	f.configure(out, c, call)
}

// alone emits a TaskManager or a client whose JobManager is not in view.
func (f *flinkContainer) alone(out *Output) {
	c := f.component(out, model.FlinkCluster, f.anchor)
	c.Complete = atMost(c.Complete, model.Partial)
	putFact(c, "@process", f.call.program, c.Span)
	f.configure(out, c, f.call)
}

// sharedText is a text of FLINK_PROPERTIES that containers with the same program share.
type sharedText struct {
	program string
	node    *syntax.Node
}

func (f *flinkContainer) component(out *Output, kind model.Kind, anchor string) *model.Component {
	c := out.Component(kind, anchor, f.name, f.span)
	c.CodeMaySet = true
	if number, known := f.version(); known {
		c.Versions[model.OfFlink] = model.Version{Number: number, Evidence: evidence("image", f.image)}
	}
	f.inheritEnv(c)
	if !f.official() || f.partial && !f.envInView || f.configured() || f.scripted() {
		c.Complete = atMost(c.Complete, model.Partial)
	}
	if isSet(f.image) {
		putFact(c, "@image", f.image.Text, f.image.Span)
	}
	return c
}

// official reports whether the image is one of the Flink project: others may come with any
// configuration.
func (f *flinkContainer) official() bool {
	repository, _ := f.repository()
	switch strings.TrimPrefix(repository, "docker.io/") {
	case "flink", "library/flink", "apache/flink":
		return true
	}
	return false
}

// configured reports whether a configuration file is mounted.
func (f *flinkContainer) configured() bool {
	return slices.ContainsFunc(f.mounts, func(m containerMount) bool {
		return strings.Contains(m.target+"/", "/flink/conf/") || m.target == "/opt/flink" || m.target == "/opt"
	})
}

// scripted reports whether the command is a script, which may write the configuration.
func (f *flinkContainer) scripted() bool {
	return slices.ContainsFunc(commandWords(f.command), func(w shellWord) bool { return w.text == "-c" || w.text == separator })
}

// flinkTag matches tags of images that are built as Flink's own are: 1.19.1-scala_2.12-java17.
var flinkTag = lazyregexp.New(`^\d+\.\d+(?:\.\d+)?-scala_2\.1\d`)

// version is that of Flink by the image's tag.
func (f *flinkContainer) version() (number []int, known bool) {
	_, tag := f.repository()
	if !f.official() && !flinkTag.MatchString(tag) {
		return nil, false
	}
	tag, _, _ = strings.Cut(tag, "-")
	if !strings.Contains(tag, ".") {
		return nil, false
	}
	number, err := catalog.ParseVersion(tag)
	return number, err == nil
}

// reader is how the image reads FLINK_PROPERTIES.
func (f *flinkContainer) reader() flinkEnvReader {
	number, known := f.version()
	switch {
	case !known:
		return anyEnvReader
	case slices.Compare(number, []int{1, 19}) < 0:
		return appendedLines
	case f.official() && f.legacyMount() == nil:
		return standardDynamic
	}
	return dynamicLines
}

// configure puts the properties of FLINK_PROPERTIES and of the command line, which win over
// them, into a component.
func (f *flinkContainer) configure(out *Output, c *model.Component, call flinkCall) {
	over := make(map[string]bool)
	var entries []flinkEntry
	for _, p := range call.properties {
		if e := p.entry(); e.key != "" && !isPlaceholder(e.key) && !strings.HasPrefix(e.key, "@") {
			entries = append(entries, e)
			over[flinkCanonical(e.key)] = true
		}
	}
	if f.doubled {
		halfDollars(entries)
	}
	f.fill(out, c, over, func(string) bool { return false })
	putFlink(c, entries)
	for _, s := range call.restores() {
		if f.doubled {
			s.Value = strings.ReplaceAll(s.Value, "$$", "$")
		}
		put(c, s)
	}
	switch m := f.legacyMount(); {
	case m != nil:
		putFact(c, "@file", "flink-conf.yaml", m.span)
	case f.unread():
		putFact(c, "@file", "config.yaml", f.standardMount().span)
		putFact(c, "@file.unread", "version", f.standardMount().span)
	case f.env != nil:
		putFact(c, "@file", flinkProperties, f.env.nameSpan)
	}
}

func (f *flinkContainer) fill(out *Output, c *model.Component, over map[string]bool, skip func(string) bool) {
	if text := f.text(); text != nil && out.takes(text.Source) {
		text.fill(c, f.reader(), over, skip)
		out.result.Comments = append(out.result.Comments, text.untold(f.reader())...)
	} else if text == nil && f.env != nil {
		c.Complete = atMost(c.Complete, model.Template)
	}
}

// ofJobs are keys that hold for jobs: what a TaskManager's configuration says of them has no
// effect.
var ofJobs = lazyregexp.New(`^(?:execution\.|restart-strategy|pipeline\.|table\.|parallelism\.|jobmanager\.|high-availability)`)

// add puts what a TaskManager or a client configures into the component of its cluster, as
// far as nothing of it is written there.
func (f *flinkContainer) add(out *Output, c *model.Component, written map[string]bool) {
	before := len(c.Settings)
	f.fill(out, c, nil, func(key string) bool {
		return written[key] || f.call.program == taskManager && ofJobs.MatchString(key)
	})
	for i := before; i < len(c.Settings); i++ {
		written[c.Settings[i].Key] = true
	}
}

// volumes notes what is mounted into the JobManager and all its TaskManagers alike.
func (f *flinkContainer) volumes(c *model.Component, followers []*flinkContainer) {
	shared := f.mounted()
	for _, other := range followers {
		if other.call.program == taskManager {
			theirs := other.mounted()
			maps.DeleteFunc(shared, func(target string, m containerMount) bool {
				return theirs[target].kind != m.kind || theirs[target].source != m.source
			})
		}
	}
	for _, target := range slices.Sorted(maps.Keys(shared)) {
		putFact(c, "@volume."+target, shared[target].kind, shared[target].span)
	}
}

func (f *flinkContainer) mounted() map[string]containerMount {
	all := make(map[string]containerMount, len(f.mounts))
	for _, m := range f.mounts {
		all[cleanMount(m.target)] = m
	}
	return all
}
