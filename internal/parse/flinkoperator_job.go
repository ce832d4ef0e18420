package parse

import (
	"strings"

	"github.com/kcfglint/kcfglint/internal/lazyregexp"
	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/internal/parse/syntax"
)

const (
	checkpointInterval  = "execution.checkpointing.interval"
	checkpointRetention = "execution.checkpointing.externalized-checkpoint-retention"
	ignoreUnclaimed     = "execution.state-recovery.ignore-unclaimed-state"
	restorePath         = "execution.state-recovery.path"
	restoreClaim        = "execution.state-recovery.claim-mode"
)

// job reads spec.job: its fields as settings (job.upgradeMode), its arguments, and what
// the operator adds to the configuration because of it.
func (r *flinkResource) job(job *syntax.Node) {
	if !job.IsMap() {
		return
	}
	entry := r.spec.Entry("job")
	putFact(r.c, "@job", "true", entry.Key.Span)
	for _, e := range mergedFirst(job) {
		if e.Value.IsScalar() && e.Value.Tag != syntax.Null {
			r.put("job."+e.Key.Text, &e)
		}
	}
	r.arguments(items(job.Get("args")))
	r.kafka(job)
	if r.c.Complete == model.Full {
		r.defaults()
	}
	r.force()
}

// defaults adds what FlinkConfigBuilder.applyJobConfig sets where nothing is written: an
// interval of 5 minutes for upgradeMode last-state, and checkpoints that outlive the job.
func (r *flinkResource) defaults() {
	set := func(key, value string, state model.State) {
		if r.c.Get(key) == nil {
			r.c.Add(model.Setting{Key: key, Written: key, Value: value, State: state, Notation: model.Flink})
		}
	}
	if mode := r.c.Get("job.upgradeMode"); mode != nil {
		switch {
		case mode.State == model.Unknown:
			set(checkpointInterval, "", model.Unknown)
		case mode.Value == "last-state":
			set(checkpointInterval, "5 min", model.Default)
		}
	}
	set(checkpointRetention, "RETAIN_ON_CANCELLATION", model.Default)
}

// force lets spec.job.allowNonRestoredState override the key of the configuration that
// says the same, as FlinkConfigBuilder.applyJobConfig does.
func (r *flinkResource) force() {
	allow, written := r.c.Get("job.allowNonRestoredState"), r.c.Get(ignoreUnclaimed)
	if allow == nil || written == nil || allow.Value == written.Value {
		return
	}
	state := model.Forced
	if allow.State == model.Unknown {
		state = model.Unknown
	}
	r.c.Add(model.Setting{Key: ignoreUnclaimed, Written: allow.Written, Value: allow.Value, KeySpan: allow.KeySpan,
		ValueSpan: allow.ValueSpan, State: state, Notation: model.Flink})
}

// sqlText tells an argument that is SQL itself from the path of a script.
var sqlText = lazyregexp.New(`(?is)\bcreate\s+(?:temporary\s+)?(?:table|view|catalog)\s.*;|\binsert\s+(?:into|overwrite)\s`)

// arguments reads the arguments of the job's main class. In standalone mode Flink's own
// entry point reads them first (CmdStandaloneJobManagerDecorator), up to the first that
// it does not know; else a -Dkey=value is for the job to interpret, and so unknown.
func (r *flinkResource) arguments(list []*syntax.Node) {
	standalone := strings.EqualFold(r.spec.Get("mode").Str(), "standalone")
	for i := 0; i < len(list); i++ {
		arg, text := list[i], list[i].Str()
		switch {
		case text == "-D" && i+1 < len(list):
			i++
			r.property(list[i], 0, standalone)
		case strings.HasPrefix(text, "-D"):
			r.property(arg, len("-D"), standalone)
		case standalone && (text == "-n" || text == "--allowNonRestoredState"):
			put(r.c, model.Setting{Key: "job.allowNonRestoredState", Written: text, Value: "true", KeySpan: arg.Span, ValueSpan: arg.Span,
				Notation: model.Flink})
		case standalone && entrypointOption[text]:
			i++
		default:
			standalone = false
			r.sql(arg)
		}
	}
}

// entrypointOption are further options with a value of
// StandaloneApplicationClusterConfigurationParserFactory.
var entrypointOption = map[string]bool{
	"-s": true, "--fromSavepoint": true, "-rm": true, "--restoreMode": true, "-cm": true, "--claimMode": true, "-c": true, "--configDir": true,
	"-j": true, "--job-classname": true, "-jid": true, "--job-id": true, "--jars": true, "-r": true, "--webui-port": true,
	"-h": true, "--host": true,
}

// property reads the key=value of a -D argument from an offset on.
func (r *flinkResource) property(arg *syntax.Node, start int, read bool) {
	name, value, ok := strings.Cut(arg.Str()[start:], "=")
	key := flinkCanonical(name)
	if known, _ := isFlinkKey(name); !ok || !known || !read && r.c.Get(key) != nil {
		return
	}
	src, separator := arg.Source(), start+len(name)
	s := model.Setting{Key: key, Written: name, Value: value, KeySpan: src.Span(start, separator),
		ValueSpan: src.Span(separator+1, len(src.Text)), Notation: model.Flink}
	if !read {
		s.State = model.Unknown
	}
	put(r.c, s)
}

// sql hands an argument that is SQL on. What the SQL does not set nothing else does, so
// that no code is left that may.
func (r *flinkResource) sql(arg *syntax.Node) {
	if !arg.IsScalar() || !sqlText.MatchString(arg.Text) {
		return
	}
	anchor := strings.TrimPrefix(r.c.Anchor, r.out.doc.Anchor+"/")
	if r.out.Embed("args.sql", anchor, arg.Source(), r.c, r.c.Versions) && !setStatement.MatchString(arg.Text) {
		r.c.CodeMaySet = false
	}
}

// kafkaWord is in what a job is told of Kafka: an address, a topic's option, a class.
var kafkaWord = lazyregexp.New(`(?i)kafka|bootstrap[-_.]?servers`)

// kafka notes where the job is told of Kafka: in an argument, or in the environment of
// Flink's container.
func (r *flinkResource) kafka(job *syntax.Node) {
	told := items(job.Get("args"))
	for _, pod := range []*syntax.Node{
		r.spec.At("podTemplate", "spec"), r.spec.At("jobManager", "podTemplate", "spec"), r.spec.At("taskManager", "podTemplate", "spec"),
	} {
		for _, container := range items(pod.Get("containers")) {
			if container.Get("name").Str() != mainContainer {
				continue
			}
			for _, variable := range items(container.Get("env")) {
				told = append(told, variable.Get("name"), variable.Get("value"))
			}
		}
	}
	for _, n := range told {
		if n.IsScalar() && kafkaWord.MatchString(n.Text) {
			putFact(r.c, "@job.kafka", "true", n.Span)
			return
		}
	}
}

var setStatement = lazyregexp.New(`(?i)\bset\s+['"]`)
