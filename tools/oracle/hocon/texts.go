package main

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// handmade are the cases that the specification and bug reports speak of.
var handmade = []string{
	"", "\n\n", "# c\n", "{}", "{a:1}", "{a:1}\n# c\n", "{a:1} b", "a=1", "a:1", "a 1", "a", "a=", "a=\n", "a=\nb", "a=\nb=2", "=1", ",a=1", "a=1,", "a=1,,b=2", "a=1,b=2",
	"a=1\n,b=2", "a=1 b=2", "a {b=1}", "a\n{b=1}", "a\n=\n1", "a={b=1}{c=2}", "a {b=1}{c=2}", "a={b=1} {c=2}\n", "a.b.c=1\na.b.d=2", "a.b=1\na=2\na.c=3", "a.b=1\na {b=2, c=3}",
	"a=1\na={b=1}\na={c=2}", "a={b=1}\na=1\na={c=2}", "a=null", "a=nullx", "a=true x", "a=trueness", "a.true=1", "null=1", "a=5s", "a=5 s", "a=1.0", "a=01", "a=1e5", "a=1e+5",
	"a=1+5", "a=1e+", "a=-", "a=-5-", "a=99999999999999999999", "a=1.2.3.4:80", "a=\"1.2.3.4:80\"", "a=x y  z ", "a=x#c", "a=x//c", "a=x/c", "a = x // c\nb=1", "a=\"x\\ny\"", "a=\"x\ny\"",
	"a=\"\\q\"", "a=\"\\u00e9\\uD83D\\uDE00\"", "a=\"\\u12\"", "a=\"x", "a=\"\"", "a=\"\"\"x\"\"\"", "a=\"\"\"x\ny\"\"\"\"", "a=\"\"\"\"\"\"", "a=\"\"\"\"\"", "a=\"x\"\"y\"", "a=x\"y\"z", "a=\"x\" \"y\"",
	"a=[]", "a=[1,2]", "a=[1 2]", "a=[1\n2]", "a=[\n1\n,\n2\n]", "a=[,1]", "a=[1,]", "a=[1,,2]", "a=[1", "a=[1}", "a=[1] [2]", "a=[1]\n[2]", "a=[1] x", "a=[1] 5", "a=[1] \"x\"", "a=x [1]",
	"a={b:1} x", "a=x {b:1}", "a={b:1} [1]", "[1]", "[a", "a+=1", "a=1\na+=2", "a=[1]\na+=2\na+=[3]", "a=[{b+=1}]", "a+=[{b+=1}]", "a.b+=1\na.b+=2", "a=${b}\nb=1", "a=${?b}", "a=1\na=${?b}",
	"a=${b}", "a=${b\n}", "a=${b#c}\n", "a=${\"b\".c}", "a=${ b }", "a=${b c}", "a=${}", "a=${?}", "a=${${b}}", "a=${b", "a=$b", "a=${b..c}", "a=x${b}y\nb=1", "a=\"x\"${b} z\nb=1", "a=${b} ${b}\nb=1",
	"b={c=1}\na=${b}{d=2}", "b={c=1}\na={c=2}${b}", "b={c=1}\na=${b} {c=2}", "a=${b}{c=1}\na.d=2", "a=${b}\na={c=1}", "a={c=1}\na=${b}", "a={c=1}\na=${?b}\na={d=1}", "a=[1]${b}\nb=[2]", "a=${b}[1]",
	"a=1\na=${a}2", "a={x=1}\na=${a}{y=2}", "a=${a}", "a=${b}\nb=${a}", "a=1\na=${b}\nb=${a}", "a {x=1, y=${a.x}}", "a {x=${a.y}, y=2}", "a {x=${a}}", "b {c=${b.d}, d=${b.c}}", "a=${b.c}\nb=${d}{c=1}\nd={c=2}",
	"a=${b.e}\nb=${d}{c=1}\nd={e=2}", "a=${b}\nb=1\nb=${?c}", "a={b=1}\nx=${a}\na={c=2}", "x=${a.b}\na={b={q=1}}\na={b={r=2}}", "a=1\nb=${a}\na=2", "include \"x\"", "include \"x\"\na=1", "a=1\ninclude \"x\"",
	"a {b=1\ninclude \"x\"\nc=2}", "include file(\"x\")", "include required(\"x\")", "include required(file(\"x\"))", "include required(file(\"x\")", "include url(\"http://x\")", "include classpath( \"x\" )", "include x",
	"include", "include = 1", "includes=1", "include.x=1", "\"include\"=1", "a include=1", "include \"x\" a=1", "include \"x\", a=1", "\"a.b\"=1", "\"a\".b=1", "a.\"\"=1", "a..b=1", ".a=1", "a.=1", "a b=1", "a . b=1",
	"a. b=1", "a\"b\"c=1", "1.5=2", "a.1=x", "-a=1", "a?=1", "a=b?", "a=@x@", "a=b=c", "a:b:c", "a=b:c", "a=*", "a=b;\nc=d;", "server {\n listen 80;\n}", "a=(b)", "a=<b>", "a=%b%", "a=b\\c", "a={", "a=}", "}", "{", "{a=1", "{a=1}}",
	"a=\u00a0b\u00a0", "\ufeffa=1", "a=\tb\r\nc=d\r\n", "é=ü", "a=日本 語", "a=b\u2028c", "a=b\u0085c", "a='b'", "a='b c'", "a={{ b }}", "a=\"{{ b }}\"", "a=b // c\n// d\ne=f # g", "#c1\na=1 #c2\n#c3",
	"akka.kafka.consumer {\n  kafka-clients {\n    bootstrap.servers = \"a:9092,b:9092\"\n    enable.auto.commit = false\n  }\n}\nmy = ${akka.kafka.consumer} {\n  kafka-clients.group.id = g\n}\n",
}

// generate makes a text: every third one of tokens at random, the others well-formed.
func generate(r *rand.Rand, i int) string {
	if i%3 == 0 {
		var b strings.Builder
		for range 1 + r.IntN(14) {
			b.WriteString(tokens[r.IntN(len(tokens))])
		}
		return b.String()
	}
	return fields(r, 3)
}

// tokens are what means something to the notation, and a little that does not.
var tokens = []string{"a", "b", "c", ".", "a.b", "x", "1", "5s", "1.5", "true", "null", "=", "=", ":", "+=", "{", "}", "[", "]", ",", "\n", "\n", " ", "\"q\"", "\"", "\"\"\"t\"\"\"",
	"${a}", "${?b}", "${b.c}", "${", "#c", "//c", "include \"f\"", "\\", "é", "\t", "$", "-", "'", ";", "a = 1\n", "b { c = 2 }\n"}

var names = []string{"a", "b", "c", "d", "x", "y", "a.b", "b.c", "c.d", "\"a.b\"", "b.\"c\"", "y.z"}

func fields(r *rand.Rand, depth int) string {
	var b strings.Builder
	for range 1 + r.IntN(4) {
		if r.IntN(25) == 0 {
			b.WriteString("include \"f\"\n")
			continue
		}
		name := names[r.IntN(len(names))]
		switch r.IntN(8) {
		case 0:
			fmt.Fprintf(&b, "%s {\n%s}", name, fields(r, max(depth-1, 0)))
		case 1:
			fmt.Fprintf(&b, "%s += %s", name, value(r, depth-1))
		default:
			fmt.Fprintf(&b, "%s %s %s", name, []string{"=", ":"}[r.IntN(2)], value(r, depth))
		}
		b.WriteString([]string{"\n", "\n", ", ", " # c\n", "\n\n"}[r.IntN(5)])
	}
	return b.String()
}

func value(r *rand.Rand, depth int) string {
	var parts []string
	kind := r.IntN(6)
	for range 1 + r.IntN(3)*r.IntN(2) {
		if r.IntN(4) == 0 {
			parts = append(parts, []string{"${a}", "${b}", "${?x}", "${?d}", "${b.c}", "${y.z}", "${c.d}", "${?nowhere}", "${nowhere.x}"}[r.IntN(9)])
			continue
		}
		switch {
		case depth > 0 && kind == 0:
			parts = append(parts, "{ "+fields(r, depth-1)+"}")
		case depth > 0 && kind == 1:
			var items []string
			for range r.IntN(3) {
				items = append(items, value(r, depth-1))
			}
			parts = append(parts, "["+strings.Join(items, ", ")+"]")
		default:
			parts = append(parts, []string{"1", "5s", "x", "\"q r\"", "true", "2.50", "host:", "null", "\"\"\"t\"\"\"", "b/c", "7 s"}[r.IntN(11)])
		}
	}
	return strings.Join(parts, []string{" ", "", " "}[r.IntN(3)])
}
