package parse

import (
	"hash/fnv"
	"path"
	"slices"
	"strings"

	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/internal/parse/syntax"
)

// sqlSession holds the settings that are in force at a place of the script: SET counts
// from its place on, and RESET takes it back.
type sqlSession struct {
	all    []syntax.Pair    // every SET
	used   []bool           // of all: a job runs under it
	fresh  int              // from here on no job was started
	active map[string][]int // key as it is written -> its occurrences in all, the last of which counts
	live   int              // occurrences in active
	hash   uint64           // of the values in force
}

// apply carries out SET and RESET as SQL's gateway does (OperationExecutor, SessionContext):
// blanks around key and value do not count, and RESET of a key leaves the settings that are
// made by the key's other names.
func (x *sqlSession) apply(st *syntax.Statement) {
	switch {
	case st.Kind == syntax.SetStatement && len(st.Options) > 0:
		p := st.Options[0]
		p.Key, p.Value = strings.TrimSpace(p.Key), strings.TrimSpace(p.Value)
		key := p.Key
		x.hash ^= x.hashOf(key)
		x.active[key] = append(x.active[key], len(x.all))
		x.live++
		x.all, x.used = append(x.all, p), append(x.used, false)
		x.hash ^= x.hashOf(key)
	case st.Kind == syntax.ResetStatement && len(st.Keys) == 0:
		clear(x.active)
		x.live, x.hash = 0, 0
	case st.Kind == syntax.ResetStatement:
		key := strings.TrimSpace(st.Keys[0].Text)
		x.hash ^= x.hashOf(key)
		x.live -= len(x.active[key])
		delete(x.active, key)
	}
}

// hashOf returns a hash of a key and its value in force. Names of jobs and what concerns
// the client's display make no other job.
func (x *sqlSession) hashOf(key string) uint64 {
	at := x.active[key]
	if len(at) == 0 || isDisplay(key) {
		return 0
	}
	h := fnv.New64a()
	for _, text := range []string{key, "=", x.all[at[len(at)-1]].Value} {
		h.Write([]byte(text))
	}
	return h.Sum64()
}

func isDisplay(key string) bool {
	return key == "pipeline.name" || strings.HasPrefix(key, "sql-client.")
}

// snapshot returns the occurrences in force that keep selects, in order.
func (x *sqlSession) snapshot(keep func(i int) bool) []syntax.Pair {
	var at []int
	for _, occurrences := range x.active {
		for _, i := range occurrences {
			if keep(i) {
				at = append(at, i)
			}
		}
	}
	slices.Sort(at)
	settings := make([]syntax.Pair, len(at))
	for n, i := range at {
		settings[n] = x.all[i]
	}
	return settings
}

// started marks the settings since the last job as used: they are those of this job, or
// give back values it has had.
func (x *sqlSession) started() {
	for ; x.fresh < len(x.all); x.fresh++ {
		x.used[x.fresh] = true
	}
}

// sqlJob is what runs under the same settings.
type sqlJob struct {
	component *model.Component // nil if there is none of its own
	settings  []syntax.Pair
	first     *syntax.Statement // that made it
	queries   []*syntax.Query   // what it reads, views included
	seen      map[*sqlView]bool
	inserts   bool  // something is written: it is a job and no look into a table
	unbounded bool  // something reads a source that does not end
	cut       bool  // not all settings are there
	writes    []int // the uses of tables as sinks, 0 for one that is not in view
}

// run adds a statement to the job with the settings in force.
func (s *sqlScript) run(st *syntax.Statement) {
	j := s.bySet[s.session.hash]
	if j == nil {
		j = &sqlJob{first: st, seen: make(map[*sqlView]bool)}
		j.cut = !s.copied(s.session.live)
		if !j.cut {
			j.settings = s.session.snapshot(func(int) bool { return true })
		}
		s.bySet[s.session.hash] = j
		s.jobs = append(s.jobs, j)
	}
	s.session.started()
	if st.Kind == syntax.BeginSetStatement {
		return
	}
	var flow sqlFlow
	if st.Query != nil {
		j.queries = append(j.queries, st.Query)
		j.unbounded = s.reads(st.Query, j, &flow) || j.unbounded
	}
	if st.Kind != syntax.QueryStatement {
		j.inserts = true
		s.write(st, j, flow)
	}
}

// restOfSession makes a job of the settings that no statement of the script runs under:
// those of a session that other scripts go on with.
func (s *sqlScript) restOfSession() {
	settings := s.session.snapshot(func(i int) bool { return !s.session.used[i] })
	if len(settings) > 0 && s.copied(len(settings)) {
		s.jobs = append(s.jobs, &sqlJob{settings: settings, unbounded: true})
	}
}

// emitJob makes the component of a job. A script without settings, handed to a job that
// has a component, is that job's.
func (s *sqlScript) emitJob(j *sqlJob) {
	if len(j.settings) == 0 && !j.inserts {
		return
	}
	c := s.doc.Parent
	if len(j.settings) > 0 || c == nil || c.Kind != model.FlinkJob {
		c = s.out.Component(model.FlinkJob, "job", s.jobName(j), s.jobSpan(j))
		s.fillJob(c, j)
		j.component = c
	}
	span := c.Span
	streaming := "true"
	if mode := c.Get("execution.runtime-mode"); mode != nil && strings.EqualFold(mode.Value, "BATCH") {
		streaming, span = "false", mode.ValueSpan
	} else if !j.unbounded {
		streaming = "false"
	}
	if before, ok := c.Value("@streaming"); !ok || before == "false" {
		putFact(c, "@streaming", streaming, span)
	}
	if j.inserts {
		s.stateful(c, j)
		s.dropFacts(c, j)
	}
}

// fillJob puts the settings into a job. Those that an earlier job has are inherited from
// there, so that a line is judged once.
func (s *sqlScript) fillJob(c *model.Component, j *sqlJob) {
	var entries []flinkEntry
	for _, p := range j.settings {
		if isPlaceholder(p.Key) || strings.HasPrefix(p.Key, "@") {
			c.Complete = atMost(c.Complete, model.Template)
			continue
		}
		entries = append(entries, flinkEntry{key: p.Key, value: p.Value, keySpan: p.KeySpan, valueSpan: p.ValueSpan})
	}
	putFlink(c, entries)
	for i := range c.Settings {
		if set := &c.Settings[i]; s.explicit[set.KeySpan] && set.State == model.Explicit {
			set.State = model.Inherited
		} else {
			s.explicit[set.KeySpan] = true
		}
	}
	if !j.inserts || j.cut || s.managed {
		c.Complete = atMost(c.Complete, model.Partial)
	}
}

// stateful tells whether the job keeps state that grows with its keys, and why.
func (s *sqlScript) stateful(c *model.Component, j *sqlJob) {
	var by string
	var span model.Span
	for _, q := range j.queries {
		switch {
		case !q.Join.IsZero():
			by, span = "join", q.Join
		case by == "" && !q.GroupBy.IsZero():
			by, span = "group-by", q.GroupBy
		case by == "" && !q.Distinct.IsZero():
			by, span = "distinct", q.Distinct
		}
		if by == "join" {
			break
		}
	}
	if by == "" {
		putFact(c, "@sql.stateful", "false", c.Span)
		return
	}
	putFact(c, "@sql.stateful", "true", span)
	putFact(c, "@sql.stateful.by", by, span)
}

// jobName returns the name that the script gives the job, else that of the script.
func (s *sqlScript) jobName(j *sqlJob) string {
	for _, p := range j.settings {
		if p.Key == "pipeline.name" && !isPlaceholder(p.Value) {
			return p.Value
		}
	}
	base := path.Base(s.doc.Name)
	return strings.TrimSuffix(base, path.Ext(base))
}

// jobSpan returns what stands for the job: the first SET that is its own, else the verb
// of its first statement.
func (s *sqlScript) jobSpan(j *sqlJob) model.Span {
	for _, p := range j.settings {
		if !s.explicit[p.KeySpan] {
			return p.KeySpan
		}
	}
	return j.first.Verb
}
