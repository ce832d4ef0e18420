package parse

import (
	"path"
	"slices"
	"strings"

	"github.com/kcfglint/kcfglint/internal/lazyregexp"
	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/internal/parse/syntax"
)

// The programs of Flink's distribution that a container starts.
const (
	jobManager    = "jobmanager"
	taskManager   = "taskmanager"
	standaloneJob = "standalone-job"
	flinkRun      = "run"    // bin/flink run: a client that hands a job over
	flinkClient   = "client" // another program that only submits jobs, such as sql-client.sh
)

// flinkScript matches a script that starts one of the programs.
var flinkScript = lazyregexp.New(`\bflink\s+run|standalone-job|jobmanager|taskmanager|sql-client|sql-gateway`)

// flinkCall is a start of one of the programs.
type flinkCall struct {
	program    string
	at         shellWord
	properties []dynamicProperty
	// restore are the options that say what the job is restored from, and how.
	restore []model.Setting
	// open: more options may follow where something is filled in.
	open bool
}

// dynamicProperty is a key=value behind -D.
type dynamicProperty struct {
	word shellWord
	from int // where in the word's text the key begins
}

// flinkCalls finds the starts of Flink's programs in a container's command.
func flinkCalls(c container) []flinkCall {
	words := commandWords(c.command)
	var calls []flinkCall
	for i := range words {
		program := programAt(words, i)
		if program == "" {
			continue
		}
		call := flinkCall{program: program, at: words[i]}
		args := words[i+1:]
		if end := slices.IndexFunc(args, func(w shellWord) bool { return w.text == separator }); end >= 0 {
			args = args[:end]
		}
		switch program {
		case flinkRun:
			call.run(args)
		case jobManager, taskManager, standaloneJob:
			call.start(args)
		}
		calls = append(calls, call)
	}
	return calls
}

// commandWords are the words of a command and its arguments, those of a script within it
// included.
func commandWords(command []*syntax.Node) []shellWord {
	var words []shellWord
	for _, n := range command {
		if isSet(n) {
			words = append(words, shellWords(n.Source())...)
		}
		for _, item := range items(n) {
			switch {
			case !isSet(item):
			case strings.ContainsAny(item.Text, " \n") && !strings.HasPrefix(item.Text, "-"):
				words = append(words, shellWord{text: separator})
				words = append(words, shellWords(item.Source())...)
			default:
				words = append(words, wordOf(item))
			}
		}
	}
	return words
}

// programAt tells the program whose call the word at i is, "" if it is none: a script of
// Flink's, or the word by which the image's start script knows it.
func programAt(words []shellWord, i int) string {
	switch base := path.Base(words[i].text); base {
	case jobManager, taskManager, standaloneJob:
		if base == words[i].text && (i == 0 || words[i-1].text == separator || strings.Contains(path.Base(words[i-1].text), "entrypoint")) {
			return base
		}
	case "jobmanager.sh", "taskmanager.sh", "standalone-job.sh":
		return strings.TrimSuffix(base, ".sh")
	case "run", "run-application":
		if i > 0 && path.Base(words[i-1].text) == "flink" {
			return flinkRun
		}
	case "sql-client.sh", "sql-gateway.sh":
		return flinkClient
	}
	return ""
}

// start reads the arguments of a program that is part of a cluster, up to the first that it
// does not know (CommandLineParser parses up to the first argument that is no option).
func (call *flinkCall) start(args []shellWord) {
	for i := 0; i < len(args); i++ {
		if used := call.restoreOption(args[i:]); used > 0 {
			i += used - 1
			continue
		}
		switch text := args[i].text; {
		case text == "-D" && i+1 < len(args):
			i++
			call.properties = append(call.properties, dynamicProperty{args[i], 0})
		case strings.HasPrefix(text, "-D"):
			call.properties = append(call.properties, dynamicProperty{args[i], len("-D")})
		case entrypointOption[text]:
			i++
		case text == "start" || text == "start-foreground":
		default:
			option, _, joined := strings.Cut(text, "=")
			if !joined || !entrypointOption[option] {
				call.open = isPlaceholder(text)
				return
			}
		}
	}
}

// run reads the options of "flink run", which end at the job's file: what follows is the
// job's own (CliFrontendParser).
func (call *flinkCall) run(args []shellWord) {
	yarn := slices.ContainsFunc(args, func(w shellWord) bool { return w.text == "yarn-cluster" })
	for i := 0; i < len(args); i++ {
		if used := call.restoreOption(args[i:]); used > 0 {
			i += used - 1
			continue
		}
		switch text := args[i].text; {
		case (text == "-D" || text == "-yD" && yarn) && i+1 < len(args):
			i++
			call.properties = append(call.properties, dynamicProperty{args[i], 0})
		case strings.HasPrefix(text, "-D"):
			call.properties = append(call.properties, dynamicProperty{args[i], len("-D")})
		case strings.HasPrefix(text, "-yD") && yarn:
			call.properties = append(call.properties, dynamicProperty{args[i], len("-yD")})
		case runOption[text]:
			i++
		case !strings.HasPrefix(text, "-"):
			call.open = isPlaceholder(text)
			return
		}
	}
}

// runOption are options of "flink run" that have a value in the next argument
// (CliFrontendParser, DefaultCLI, GenericCLI, FlinkYarnSessionCli).
var runOption = map[string]bool{
	"-c": true, "--class": true, "-C": true, "--classpath": true, "-p": true, "--parallelism": true, "-m": true, "--jobmanager": true, "-t": true, "--target": true,
	"-e": true, "--executor": true, "-z": true, "--zookeeperNamespace": true, "-py": true, "--python": true, "-pym": true, "--pyModule": true,
	"-pyfs": true, "--pyFiles": true, "-pyarch": true, "--pyArchives": true, "-pyreq": true, "--pyRequirements": true, "-pyexec": true,
	"--pyExecutable": true, "-pyclientexec": true, "--pyClientExecutable": true, "-pypath": true, "--pyPythonPath": true, "-yD": true, "-yjm": true,
	"-ytm": true, "-ys": true, "-ynm": true, "-yqu": true, "-yid": true, "-yt": true, "-yz": true, "-ynl": true, "-yat": true,
}

// restoreKeys are the settings that options of "flink run" and of the entry point of an
// application stand for: -rm up to 1.19, and -cm, too, from 1.20 on
// (CliFrontendParser.createSavepointRestoreSettings).
var restoreKeys = map[string]string{
	"-s": restorePath, "--fromSavepoint": restorePath, "-n": ignoreUnclaimed, "--allowNonRestoredState": ignoreUnclaimed,
	"-rm": restoreClaim, "--restoreMode": restoreClaim, "-cm": restoreClaim, "--claimMode": restoreClaim,
}

// restoreOption reads an option of a restore at the beginning of some arguments, and returns
// how many of them it takes: 0 if it is none.
func (call *flinkCall) restoreOption(args []shellWord) int {
	option, value, joined := strings.Cut(args[0].text, "=")
	s := model.Setting{Key: restoreKeys[option], Written: option, Value: value, KeySpan: args[0].part(option, 0), Notation: model.Flink}
	switch {
	case s.Key == "":
		return 0
	case s.Key == ignoreUnclaimed:
		s.Value, s.ValueSpan = "true", s.KeySpan
	case joined:
		s.ValueSpan = args[0].part(value, len(option)+1)
	case len(args) == 1:
		return 1
	default:
		s.Value, s.ValueSpan = args[1].text, args[1].part(args[1].text, 0)
	}
	call.restore = append(call.restore, s)
	if joined || s.Key == ignoreUnclaimed {
		return 1
	}
	return 2
}

// restores returns the settings of a restore. Without a path Flink overlooks the others.
func (call *flinkCall) restores() []model.Setting {
	if call.open || slices.ContainsFunc(call.restore, func(s model.Setting) bool { return s.Key == restorePath }) {
		return call.restore
	}
	return nil
}

// argued reports whether the call's arguments say anything of the configuration.
func (call *flinkCall) argued() bool { return len(call.properties) > 0 || len(call.restores()) > 0 }

// entry is the key and value of a property. Without a value it is true.
func (p dynamicProperty) entry() flinkEntry {
	name, value, ok := strings.Cut(p.word.text[p.from:], "=")
	if !ok {
		value = "true"
	}
	key, at := p.word.part(name, p.from), p.word.span
	if ok {
		at = p.word.part(value, p.from+len(name))
	}
	return flinkEntry{name, value, key, at}
}

// part returns where a part of the word's text stands, not before an offset; the whole word
// where quotes or escapes lie within it.
func (w shellWord) part(text string, from int) model.Span {
	if w.src == nil {
		return w.span
	}
	raw := w.src.Text[w.from:w.to]
	i := strings.Index(raw[min(from, len(raw)):], text)
	if i < 0 {
		return w.span
	}
	at := w.from + min(from, len(raw)) + i
	return w.src.Span(at, at+len(text))
}
