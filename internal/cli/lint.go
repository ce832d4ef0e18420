package cli

import (
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/kcfglint/kcfglint/internal/catalog"
	"github.com/kcfglint/kcfglint/internal/config"
	"github.com/kcfglint/kcfglint/internal/finding"
	"github.com/kcfglint/kcfglint/internal/lint"
	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/internal/report"
)

// ofKafka and ofFlink are what the versions are of that a flag tells.
var (
	ofKafka = []string{model.OfClient, model.OfBroker, model.OfConnect}
	ofFlink = []string{model.OfFlink}
)

// inputFlags say what is read and how; several commands share them.
type inputFlags struct {
	config, stdinName          string
	kafkaVersion, flinkVersion string
	client                     string
	exclude                    []string
	noIgnore                   bool
	jobs                       int
}

func (f *inputFlags) register(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringVar(&f.config, "config", "", "configuration file (default: the nearest .kcfglint.yaml)")
	flags.StringVar(&f.stdinName, "stdin-filename", "", "name of the file that is read for the path -")
	flags.StringVar(&f.kafkaVersion, "kafka-version", "", "version of Kafka: brokers, Connect and the Java clients, such as 3.9")
	flags.StringVar(&f.flinkVersion, "flink-version", "", "version of Flink, such as 1.20")
	flags.StringVar(&f.client, "client", "", "client library of flat files: "+strings.Join(catalog.Clients(), ", "))
	flags.StringArrayVar(&f.exclude, "exclude", nil, "glob of paths below the repository root to leave out, repeatable")
	flags.BoolVar(&f.noIgnore, "no-ignore", false, "read what .gitignore files leave out, and report what is suppressed")
	flags.IntVar(&f.jobs, "jobs", 0, "files to work on at a time (default: one a processor)")
}

// options turns flags and arguments into options of package lint.
func (f *inputFlags) options(cmd *cobra.Command, s Streams, args []string) (lint.Options, error) {
	opts := lint.Options{Paths: args, Stdin: s.In, StdinName: f.stdinName, Exclude: f.exclude, NoIgnore: f.noIgnore,
		NoSuppress: f.noIgnore, Jobs: f.jobs, Client: f.client, Versions: make(map[string]model.Version)}
	if f.client != "" && !slices.Contains(catalog.Clients(), f.client) {
		return opts, usage(fmt.Errorf("--client takes one of %s, not %q", strings.Join(catalog.Clients(), ", "), f.client))
	}
	if f.jobs < 0 {
		return opts, usage(errors.New("--jobs must not be negative"))
	}
	for _, glob := range f.exclude {
		if !config.ValidGlob(glob) {
			return opts, usage(fmt.Errorf("--exclude: %q is no valid glob", glob))
		}
	}
	for _, v := range []struct {
		flag, text string
		of         []string
	}{
		{"--kafka-version", f.kafkaVersion, ofKafka},
		{"--flink-version", f.flinkVersion, ofFlink},
	} {
		if v.text == "" {
			continue
		}
		number, err := config.ParseVersion(v.of[len(v.of)-1], v.text)
		if err != nil {
			return opts, usage(fmt.Errorf("%s: %w", v.flag, err))
		}
		for _, of := range v.of {
			opts.Versions[of] = model.Version{Number: number, Evidence: v.flag, OfKafka: of == model.OfClient}
		}
	}
	var err error
	opts.Config, err = loadConfig(f.config)
	return opts, err
}

// loadConfig returns the configuration that a flag names, else the nearest one, else the
// default one.
func loadConfig(name string) (*config.Config, error) {
	if name == "" {
		dir, err := os.Getwd()
		if err != nil {
			return nil, internal(err)
		}
		name = config.Find(dir)
	}
	if name == "" {
		return config.Default(), nil
	}
	cfg, err := config.Load(name, lint.Known)
	return cfg, usage(err)
}

// lintFlags say what is reported and how.
type lintFlags struct {
	inputFlags
	formats, selects, ignores, severities []string
	failOn, color                         string
	from, to, flinkFrom, flinkTo          string
	allowEmpty, quiet, verbose            bool
}

func newLint(s Streams) *cobra.Command {
	var f lintFlags
	cmd := &cobra.Command{
		Use:   "lint [PATH...]",
		Short: "Report what is wrong with the configuration below the paths",
		Long: `Reports what is wrong with the Kafka and Flink configuration in the files and folders
that are named, by default the working directory. The path - reads standard input.

Exit codes: 0 no finding at or above --fail-on; 1 findings; 2 wrong usage or
configuration, or a path that cannot be opened; 3 no file was recognised; 4 internal error.`,
		RunE: func(cmd *cobra.Command, args []string) error { return f.run(cmd, s, args) },
	}
	f.register(cmd)
	flags := cmd.Flags()
	flags.StringArrayVar(&f.formats, "format", nil, "FORMAT[=FILE], repeatable: "+strings.Join(report.Formats(), ", ")+
		" (default: text, or github when GITHUB_ACTIONS=true)")
	flags.StringVar(&f.failOn, "fail-on", "warning", "lowest severity that makes the run fail: error, warning, info or never")
	flags.StringSliceVar(&f.selects, "select", nil, "run only these rules or groups; all runs every rule")
	flags.StringSliceVar(&f.ignores, "ignore", nil, "do not run these rules or groups")
	flags.StringArrayVar(&f.severities, "severity", nil, "RULE=LEVEL, repeatable: error, warning, info or off")
	flags.BoolVar(&f.allowEmpty, "allow-empty", false, "exit 0 if no file was recognised")
	flags.StringVar(&f.from, "from", "", "report only what an upgrade of Kafka from this version changes (to --to, else to the newest)")
	flags.StringVar(&f.to, "to", "", "report only what an upgrade of Kafka to this version changes (from --from, else from what is known of each file)")
	flags.StringVar(&f.flinkFrom, "flink-from", "", "as --from, for Flink")
	flags.StringVar(&f.flinkTo, "flink-to", "", "as --to, for Flink")
	flags.StringVar(&f.color, "color", "auto", "auto, always or never")
	flags.BoolVarP(&f.quiet, "quiet", "q", false, "one line a finding, no footer")
	flags.BoolVarP(&f.verbose, "verbose", "v", false, "name the files that were skipped, and why")
	cmd.Flags().SetNormalizeFunc(func(_ *pflag.FlagSet, name string) pflag.NormalizedName {
		return pflag.NormalizedName(strings.ReplaceAll(name, "_", "-"))
	})
	return cmd
}

func (f *lintFlags) run(cmd *cobra.Command, s Streams, args []string) error {
	opts, err := f.options(cmd, s, args)
	if err != nil {
		return err
	}
	failOn, err := f.parse(&opts)
	if err != nil {
		return err
	}
	if opts.Upgrade, err = f.upgrade(); err != nil {
		return usage(err)
	}
	outputs, err := f.outputs(cmd.OutOrStdout())
	if err != nil {
		return err
	}
	result, err := lint.Run(cmd.Context(), opts)
	if err != nil {
		return internal(err)
	}
	for _, o := range outputs {
		if err := o.write(f, result, failOn); err != nil {
			return err
		}
	}
	return f.outcome(cmd.ErrOrStderr(), result, failOn)
}

// parse reads the flags that choose rules and levels.
func (f *lintFlags) parse(opts *lint.Options) (finding.Severity, error) {
	opts.Select, opts.Ignore = f.selects, f.ignores
	opts.Severities = make(map[string]finding.Severity)
	for _, name := range slices.Concat(f.selects, f.ignores) {
		if suggestion, ok := lint.Known(name); !ok && name != "all" {
			return 0, usage(lint.UnknownRule(name, suggestion))
		}
	}
	for _, text := range f.severities {
		name, level, _ := strings.Cut(text, "=")
		severity, ok := finding.ParseSeverity(level)
		if !ok {
			return 0, usage(fmt.Errorf("--severity takes RULE=error|warning|info|off, not %q", text))
		}
		if suggestion, ok := lint.Known(name); !ok {
			return 0, usage(lint.UnknownRule(name, suggestion))
		}
		opts.Severities[name] = severity
	}
	if f.failOn == "never" {
		return finding.Off, nil
	}
	failOn, ok := finding.ParseSeverity(f.failOn)
	if !ok || failOn == finding.Off {
		return 0, usage(fmt.Errorf("--fail-on takes error, warning, info or never, not %q", f.failOn))
	}
	return failOn, nil
}

// output is one report: a format and where it goes.
type output struct {
	format string
	report report.Reporter
	file   string // "" is w
	w      io.Writer
	color  bool
}

func (f *lintFlags) outputs(w io.Writer) ([]output, error) {
	formats := f.formats
	if len(formats) == 0 {
		formats = []string{"text"}
		if os.Getenv("GITHUB_ACTIONS") == "true" {
			formats = []string{"github"}
		}
	}
	var outputs []output
	for _, text := range formats {
		name, file, _ := strings.Cut(text, "=")
		r, ok := report.Get(name)
		if !ok {
			return nil, usage(fmt.Errorf("--format takes %s, not %q", strings.Join(report.Formats(), ", "), name))
		}
		color := false
		if file == "" {
			var err error
			if color, err = colored(f.color, w); err != nil {
				return nil, err
			}
		}
		outputs = append(outputs, output{format: name, report: r, file: file, w: w, color: color})
	}
	return outputs, alone(outputs)
}

// alone reports an error if a document for machines shares standard output with another
// report: nothing could read either.
func alone(outputs []output) error {
	var onStdout, documents []string
	for _, o := range outputs {
		if o.file != "" {
			continue
		}
		onStdout = append(onStdout, o.format)
		if o.format == "json" || o.format == "sarif" {
			documents = append(documents, o.format)
		}
	}
	if len(onStdout) > 1 && len(documents) > 0 {
		return usage(fmt.Errorf("--format %s needs standard output for itself; write one of the reports to a file, as in --format %[1]s=kcfglint.%[1]s", documents[0]))
	}
	return nil
}

func (o output) write(f *lintFlags, result *lint.Result, failOn finding.Severity) (err error) {
	data := &report.Data{
		Findings: result.Findings, Suppressed: result.Suppressed, Files: result.Files, Summary: result.Summary,
		Rules: result.Rules, FailOn: failOn, Excerpt: result.Excerpt, Version: Version(), Color: o.color,
		Verbose: f.verbose, Quiet: f.quiet, Width: width(o.w), Env: os.Getenv,
	}
	for _, e := range result.Errors {
		data.Errors = append(data.Errors, e.Error())
	}
	w := o.w
	if o.file != "" {
		out, err := os.Create(o.file)
		if err != nil {
			return usage(fmt.Errorf("--format: %w", err))
		}
		defer func() { err = errors.Join(err, internal(out.Close())) }()
		w = out
	}
	return internal(o.report(w, data))
}

// outcome decides on the exit code.
func (f *lintFlags) outcome(w io.Writer, result *lint.Result, failOn finding.Severity) error {
	for _, e := range result.Errors {
		fmt.Fprintf(w, "kcfglint: %v\n", e)
	}
	if n := result.Unplaced; n > 0 {
		fmt.Fprintf(w, "kcfglint: left out, as their version before the upgrade is not known (give --from or --flink-from): components: %d\n", n)
	}
	failed := slices.ContainsFunc(result.Findings, func(x finding.Finding) bool { return failOn != finding.Off && x.Severity >= failOn })
	switch {
	case len(result.Errors) > 0:
		return &exitError{code: ExitInternal}
	case result.Missing != nil:
		return usage(result.Missing)
	case failed:
		return &exitError{code: ExitFindings}
	case result.Summary.Linted == 0 && result.Summary.Failed == 0 && !f.allowEmpty:
		return &exitError{ExitNothing, errors.New("nothing was linted: no file was recognised as Kafka or Flink configuration (-v says why)")}
	}
	return nil
}
