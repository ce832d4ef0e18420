package main

import (
	"math/rand/v2"
	"strings"
)

// legacy are inputs for flink-conf.yaml: each a thing that people write and the line
// reader takes in its own way.
var legacy = []string{
	"",
	"\n\n",
	"# only a comment\n",
	"a: b",
	"a: b\n",
	"a: b\r\nc: d\r\n",
	"a: b\rc: d",
	"  a: b  \n",
	"\ta:\t b\t\n",
	"a : b\n",
	"a:b\n",
	"a:\n",
	"a: \n",
	"a:  \t \n",
	"a\n",
	": b\n",
	" : b\n",
	"a: : b\n",
	"a: b: c\n",
	"a:b: c\n",
	"a::b\n",
	"a:: b\n",
	"a:\tb\n",
	"a:\tb: c\n",
	"a:\u00a0b\n",
	"a\u00a0: \u00a0b\u00a0\n",
	"\ufeffa: b\n",
	"a: b # c\n",
	"a: b#c\n",
	"a: '#b'\n",
	"a: \"x # y\"\n",
	"a#: b\n",
	"#a: b\n",
	" #a: b\n",
	"a: # b\n",
	"a:# b\n",
	"a: 'b'\n",
	"a: \"b\"\n",
	"'a': b\n",
	"\"a\": \"b\"\n",
	"a: b\na: c\n",
	"a: b\na:\n",
	"a: b\na: \"b\"\n",
	"a: b\nA: c\n",
	"- a: b\n",
	"- a\n",
	"a:\n  - b\n  - c\n",
	"a: [b, c]\n",
	"a: {b: c}\n",
	"a: &x b\nc: *x\n",
	"---\na: b\n...\n",
	"a: |\n  b\n  c\n",
	"a: >-\n  b: c\n",
	"a: b \\\n  c\n",
	"a=b\n",
	"a = b: c\n",
	"execution:\n  checkpointing:\n    interval: 10s\n    mode: EXACTLY_ONCE\nstate.backend: rocksdb\n",
	"jobmanager.rpc.address: localhost # where\njobmanager.rpc.port   : 6123\ntaskmanager.rpc.port  : 6122\n",
	"env.java.opts: -Dkey=value -Dx:y\n",
	"state.checkpoints.dir: s3://bucket/flink#dir\n",
	"state.checkpoints.dir: hdfs://nn:8020/flink: x\n",
	"metrics.reporter.prom.port: 9249-9260\n  metrics.reporter.prom.class: a.b.C\n",
	"blob.server.port: \"6124\"\nquery.server.port: '6125'\n",
	"jobmanager.rpc.address: a\njobmanager.rpc.address: b\njobmanager.rpc.address: \n",
	"k: é ü 漢字 😀\n",
	"ключ: значение\n",
	"a: b\u2028c: d\n",
	"a: b\u0085c: d\n",
	"a: b\u000bc: d\n",
	"a: b\fc: d\n",
	"a: \u001f b\n",
	"a: b\x00\n",
	"\x00a: b\n",
	"a: b\n\r\n\rc: d\n\n\r",
	"{{ toYaml . }}\na: {{ .Values.a }}\n",
	"a: ${B}\n${C}: d\n",
}

// legacyParts are what generated inputs for flink-conf.yaml are put together from.
var legacyParts = []string{
	"a", "b.c", "execution.checkpointing.interval", "state.backend", "10 s", "true", "s3://b/c", ":", ": ", ": ", ": ", " : ", " ",
	"  ", "\t", "#", " # ", "\n", "\n", "\n", "\n  ", "\r\n", "\r", "'", "\"", "- ", "[", "]", "{", "}", "é", "\u00a0", "\ufeff",
	"\u2028", "\v", "\x1f", "=", "\\", "---",
}

// standard are inputs for config.yaml.
var standard = []string{
	"",
	"# only a comment\n",
	"a: b\n",
	"a:\n  b:\n    c: d\n    e: f\n  g: h\n",
	"a.b: c\n",
	"a.b:\n  c: d\n",
	"a:\n  b.c: d\n",
	"a: b\na.c: d\n",
	"a:\n  b: 1\na.b: 2\n",
	"a.b: 2\na:\n  b: 1\n",
	"a:\n  b: 1\n  c: 2\na.b: 3\nx: 1\nz.y: 4\n",
	"a:\n  b.c: 1\n  b:\n    c: 2\n",
	"a: 1\na: 2\n",
	"a:\n  b: 1\n  b: 1\n",
	"a: ~\n",
	"a: null\n",
	"a: Null\n",
	"a:\n",
	"a:\n  b:\n  c: d\n",
	"a: ''\n",
	"a: \"\"\n",
	"a: '~'\n",
	"5: a\n",
	"true: a\n",
	"1.5: a\n",
	"'5': a\n",
	"yes: a\n",
	"- a\n",
	"abc\n",
	"a: b\n---\nc: d\n",
	"---\na: b\n",
	"---\na: b\n...\n",
	"a: {}\n",
	"a: {b: 1, c: x}\n",
	"a: []\n",
	"a: [b]\n",
	"a: [b, c d, 'e, f']\n",
	"a:\n  - b\n  - c\n",
	"a: [1, -2, 3.5, true, False, 0x1f, 1e3]\n",
	"a: ['1', \"true\", '', ' b', 'c: d', '#e', 'f,g', '*h', '~', 'null', 'it''s']\n",
	"a: [s3://b;c, \"d\\\"e\", 'f]', '[g', '{h', '- i', 'j:', 'k #l', '&m', '!n', '%o', '@p', '`q', '|r', '>s', '?t', '- ', '-', '=']\n",
	"a: [yes, no, on, off, 'yes', y, 'y', 2024-01-01, '2024-01-01', 1_000, '1_000', 0o17, '0o17', '.inf', 010, '010', '1e3']\n",
	"a: [[b, c], [d]]\n",
	"a: [{b: c}, {d: 1, e: [f]}]\n",
	"a: &x 1\nb: *x\n",
	"a: &x {b: 1}\nc: *x\n",
	"a: !!str 5\n",
	"a: !!int '5'\n",
	"a: |\n  x\n  y\n",
	"a: |-\n  x\n  y\n",
	"a: >-\n  x\n  y\n",
	"a: 'x\n  y'\n",
	"a: b # c\n",
	"a: b#c\n",
	"a: b: c\n",
	"a:b\n",
	"a :  b\n",
	"a: b\n  c: d\n",
	"\"a\": \"b\"\n",
	"a: \"x\\ty\\u0041\"\n",
	"a: s3://b/c\n",
	"a: é 漢字\n",
	"a: b\r\nc: d\r\n",
	"execution:\n  checkpointing:\n    interval: 10s\n    mode: EXACTLY_ONCE\nstate.backend.type: rocksdb\n",
	"taskmanager:\n  memory:\n    process:\n      size: 1728m\n  numberOfTaskSlots: 1\nparallelism:\n  default: 1\n",
}

// scalars are plain values of which the YAML 1.2 core schema makes numbers and booleans,
// or of which a reader of another schema would.
var scalars = []string{
	"10s", "10 s", "60000", "0", "-0", "+5", "-7", "0060", "00", "0o17", "0o8", "0x1F", "0xg", "0b11", "1_000", "1e3", "1E3", "1e+3",
	"1.5e-3", "1.5", "1.0", "1.50", "1.", ".5", "-.5", "+.5", "0.1", "100000000.0", "12345678.9", "1e21", "123456789012345678",
	"12345678901234567890123", "1e-7", "3.14159265358979", "1e400", ".inf", "-.inf", ".Inf", ".INF", ".nan", ".NaN", ".NAN", "inf", "true", "True",
	"TRUE", "tRUE", "false", "False", "FALSE", "yes", "Yes", "no", "on", "off", "y", "n", "2024-01-01", "2024-01-01T00:00:00Z",
	"190:20:30", "1:30", "=", "<<", "0.0.0.0", "127.0.0.1:8081", "64mb", "1728m", "0x", "-", "--", "?x", "~x", "nullable", "100%",
}

var (
	standardKeys   = []string{"a", "b", "c", "a.b", "b.c", "execution", "state.backend.type", "\"q\"", "'s t'"}
	standardValues = []string{"x", "1", "10s", "true", "'1'", "\"y z\"", "[x, y]", "[1, 'a, b']", "{d: 1, e: x}", "s3://b/c", "1.5", "x # y", "''"}
)

// generatedLegacy returns n inputs for flink-conf.yaml, the same ones for the same seed.
func generatedLegacy(n int, seed uint64) []string {
	r := rand.New(rand.NewPCG(seed, 20))
	inputs := make([]string, n)
	for i := range inputs {
		var b strings.Builder
		for range 1 + r.IntN(24) {
			b.WriteString(legacyParts[r.IntN(len(legacyParts))])
		}
		inputs[i] = b.String()
	}
	return inputs
}

// generatedStandard returns the scalars and n nested documents, the same ones for the same seed.
func generatedStandard(n int, seed uint64) []string {
	var inputs []string
	for _, s := range scalars {
		inputs = append(inputs, "k: "+s+"\n")
	}
	r := rand.New(rand.NewPCG(seed, 20))
	for range n {
		var b strings.Builder
		mapping(&b, r, 0)
		inputs = append(inputs, b.String())
	}
	return inputs
}

func mapping(b *strings.Builder, r *rand.Rand, depth int) {
	for range 1 + r.IntN(4) {
		b.WriteString(strings.Repeat("  ", depth))
		b.WriteString(standardKeys[r.IntN(len(standardKeys))])
		b.WriteByte(':')
		switch kind := r.IntN(10); {
		case kind < 4 && depth < 3:
			b.WriteByte('\n')
			mapping(b, r, depth+1)
		case kind == 4:
			b.WriteByte('\n')
			for range 1 + r.IntN(3) {
				b.WriteString(strings.Repeat("  ", depth+1) + "- " + standardValues[r.IntN(len(standardValues))] + "\n")
			}
		default:
			b.WriteString(" " + standardValues[r.IntN(len(standardValues))] + "\n")
		}
	}
}
