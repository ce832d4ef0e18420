package main

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// environment are texts of FLINK_PROPERTIES. The first one is empty: what it leads to is the
// image's own configuration.
var environment = []string{
	"",
	"a: b\nc.d: e f  g\n",
	"a:b\n  c :  d\t\n\n \t\nrest.port:8082",
	"# comment: x\n  # another\na: b # c\na.d: e#f\n",
	"x: 'b'\ny: \"c d\"\nz: \"it's\"\n",
	"x: b:c\ny: s3://b/c:d\nz: b:\nu: b:c:\nv: :\nw: ::\n",
	"x:\ny: \nnoseparator\n",
	"x: [b, c]\ny: {b: c}\n- item\n-z: b\n",
	"x=y: z\nu: v=w\n",
	"x: 1\nx: 2\ny: 010\nz: true\nu: 1e3\nv: ~\nw: null\n",
	"execution:\n  checkpointing:\n    interval: 10s\n",
	"execution:\n  checkpointing:\n    interval: 10s\nexecution.checkpointing.mode: EXACTLY_ONCE\n",
	"restart-strategy: fixed-delay\nrestart-strategy.fixed-delay.attempts: 3\nrestart-strategy.fixed-delay.delay: 10 s\n",
	"restart-strategy.type: fixed-delay\nrestart-strategy.fixed-delay.attempts: 3\nrestart-strategy.fixed-delay.delay: 10 s\n",
	"state.backend: rocksdb\nstate.backend.incremental: true\n",
	"state.backend: rocksdb\nstate.backend.incremental: true\nstate.checkpoints.dir: s3://b/c\nexecution.checkpointing.interval: 10s\n",
	"high-availability: zookeeper\nhigh-availability.storageDir: s3://b/c\nhigh-availability.zookeeper.quorum: z:2181\n",
	"env.java.opts: -Dx=1\n",
	"env.java.opts.jobmanager: -Dx=1 -Dy=2\nenv.java.opts.all: -Dz=3\n",
	"parallelism: 2\n",
	"x: b\r\ny: c\r\n",
	"x: é 漢字\n\u00a0y: b\n",
	"a.b: 1\na.b.c: 2\na.b.c.d: 3\n",
	"x: a;b&c|d(e)<f>\ny: back\\slash\n",
}

var (
	environmentKeys   = []string{"a", "b.c", "b", "b.c.d", "rest.port", "state.backend", "state.backend.type", "state.backend.incremental", "x-y", "# a", "-a", "k=v"}
	environmentValues = []string{"1", "10 s", "x y  z", "'q'", "\"r s\"", "[a, b]", "s3://b/c", "x # y", "", "a:b:", "-Dp=q"}
	environmentJoints = []string{": ", ":", " : ", ":\t", ""}
)

// generatedEnvironment returns n texts, the same ones for the same seed.
func generatedEnvironment(n int, seed uint64) []string {
	r := rand.New(rand.NewPCG(seed, 20))
	inputs := make([]string, n)
	for i := range inputs {
		var b strings.Builder
		for range 1 + r.IntN(6) {
			b.WriteString(strings.Repeat(" ", r.IntN(4)) + environmentKeys[r.IntN(len(environmentKeys))] + environmentJoints[r.IntN(len(environmentJoints))] +
				environmentValues[r.IntN(len(environmentValues))] + "\n")
		}
		inputs[i] = b.String()
	}
	return inputs
}

// started returns a function that lets the start script of an image write the configuration
// for a text of FLINK_PROPERTIES.
func started(image string) func(input, dir string) error {
	return func(input, dir string) error {
		home, err := os.MkdirTemp("", "flink")
		if err != nil {
			return err
		}
		defer os.RemoveAll(home)
		for _, part := range []string{"bin", "lib"} {
			if err := linkFiles(filepath.Join(image, "flink", part), filepath.Join(home, part)); err != nil {
				return err
			}
		}
		conf := filepath.Join(home, "conf")
		if err := os.CopyFS(conf, os.DirFS(filepath.Join(image, "flink", "conf"))); err != nil {
			return err
		}
		// The script starts what it is told as another user, with gosu.
		if err := os.WriteFile(filepath.Join(home, "gosu"), []byte("#!/bin/sh\nshift\nexec \"$@\"\n"), 0o755); err != nil {
			return err
		}
		cmd := exec.Command("bash", filepath.Join(image, "docker-entrypoint.sh"), "true")
		cmd.Env = append(os.Environ(), "FLINK_HOME="+home, "FLINK_PROPERTIES="+input, "JOB_MANAGER_RPC_ADDRESS=jobmanager", "DISABLE_JEMALLOC=true",
			"PATH="+home+":"+os.Getenv("PATH"))
		if out, err := cmd.CombinedOutput(); err != nil {
			return fmt.Errorf("%w\n%s", err, out)
		}
		return os.Rename(filepath.Join(conf, "config.yaml"), filepath.Join(dir, "config.yaml"))
	}
}

// linkFiles makes a folder with links to the files of another one.
func linkFiles(from, to string) error {
	from, err := filepath.Abs(from)
	if err != nil {
		return err
	}
	files, err := os.ReadDir(from)
	if err != nil {
		return err
	}
	if err := os.Mkdir(to, 0o755); err != nil {
		return err
	}
	for _, f := range files {
		if err := os.Symlink(filepath.Join(from, f.Name()), filepath.Join(to, f.Name())); err != nil {
			return err
		}
	}
	return nil
}

// differences leaves of each answer what the first one, that to no properties, has not.
func differences(cases []Case) []Case {
	own := cases[0].Config
	for i := range cases {
		maps.DeleteFunc(cases[i].Config, func(key, value string) bool {
			before, ok := own[key]
			return ok && before == value && i > 0
		})
	}
	return cases
}
