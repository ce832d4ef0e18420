package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const wide = "client,kind,key,type,unit,values,default,from,to,source,of,checks,deprecated\n"

// built makes the data of a section from hand-kept and generated lines of the key k.
func built(t *testing.T, hand, generated string, more map[string]string) (string, error) {
	t.Helper()
	facts, out := t.TempDir(), t.TempDir()
	write(t, filepath.Join(facts, "hand.csv"), wide+hand)
	write(t, filepath.Join(facts, "generated", "kafka-clients.csv"), wide+generated)
	write(t, filepath.Join(facts, "generated", "counts.csv"), "anything\n")
	write(t, filepath.Join(facts, "releases.csv"), "of,client,oldest,newest,minors,source\n"+
		"client,java,2.8,3.1.1,0.11.0 1.0 1.1 2.0 2.8 3.0 3.1,X\n")
	for name, text := range more {
		write(t, filepath.Join(facts, name), text)
	}
	if err := generate(facts, out); err != nil {
		return "", err
	}
	text, err := os.ReadFile(filepath.Join(out, "keys", "java", "producer.tsv"))
	return string(text), err
}

func TestHandWins(t *testing.T) {
	const generated = "java,producer,k,boolean,,,false,2.0,2.8,X,client,,\njava,producer,k,boolean,,,true,3.0,,X,client,,\n"
	for _, test := range []struct {
		name, hand string
		want       []string // default from..to
	}{
		{"none", "", []string{"false 2.0..2.8", "true 3.0.."}},
		{"before, the same", "java,producer,k,boolean,,,false,,1.1,X,,,\n", []string{"false ..2.8", "true 3.0.."}},
		{"before, another", "java,producer,k,boolean,,,true,,1.1,X,,,\n", []string{"true ..1.1", "false 2.0..2.8", "true 3.0.."}},
		{"before, with a gap", "java,producer,k,boolean,,,false,,1.0,X,,,\n", []string{"false ..1.0", "false 2.0..2.8", "true 3.0.."}},
		{"a patch", "java,producer,k,boolean,,,false,3.1.0,3.1.0,X,,,\n",
			[]string{"false 2.0..2.8", "true 3.0..3.0", "false 3.1.0..3.1.0", "true 3.1.1.."}},
		{"the first patch", "java,producer,k,boolean,,,false,3.0.0,3.0.0,X,,,\n",
			[]string{"false 2.0..2.8", "false 3.0.0..3.0.0", "true 3.0.1.."}},
		{"within", "java,producer,k,boolean,,,maybe,2.8,3.0,X,,,\n", []string{"false 2.0..2.0", "maybe 2.8..3.0", "true 3.1.."}},
		{"all", "java,producer,k,boolean,,,maybe,,,X,,,\n", []string{"maybe .."}},
	} {
		text, err := built(t, test.hand, generated, nil)
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
			continue
		}
		var got []string
		for line := range strings.Lines(text) {
			f := strings.Split(line, "\t")
			got = append(got, f[4]+" "+f[5]+".."+f[6])
		}
		if strings.Join(got, ", ") != strings.Join(test.want, ", ") {
			t.Errorf("%s: %q; want %q", test.name, got, test.want)
		}
	}
}

// The builder must not cut at releases that it does not know.
func TestHandBeforeAll(t *testing.T) {
	_, err := built(t, "java,producer,k,int,,,2,0.10,0.10,X,,,\n", "java,producer,k,int,,,1,,,X,client,,\n", nil)
	if err == nil || !strings.Contains(err.Error(), "no release comes before 0.10") {
		t.Error(err)
	}
}

func TestAmend(t *testing.T) {
	const generated = "java,producer,k,int,,,1,2.0,,X,client,,\njava,producer,acks,enum,,all|-1|0,1,2.0,,X,client,,\n"
	text, err := built(t, "", generated, map[string]string{
		"units.csv":     "client,kind,key,unit,source\njava,producer+consumer,k,bytes,X\n",
		"synonyms.csv":  "client,kind,key,value,canonical,source\njava,producer,acks,-1,all,X\n",
		"effective.csv": "client,kind,key,default,source\njava,producer,k,7,X\n",
	})
	if want := "acks\tenum\t\tall|-1>all|0\t1\t2.0\t\tclient\t\t\t\t\t\nk\tint\tbytes\t\t7\t2.0\t\tclient\t\t\t\t\t\n"; text != want || err != nil {
		t.Errorf("%q, %v; want %q", text, err, want)
	}
	for name, line := range map[string]string{
		"effective.csv": "client,kind,key,default,source\njava,producer,k,1,X\n",
		"units.csv":     "client,kind,key,unit,source\njava,producer,gone,bytes,X\n",
		"synonyms.csv":  "client,kind,key,value,canonical,source\njava,producer,acks,7,all,X\n",
	} {
		if _, err := built(t, "", generated, map[string]string{name: line}); err == nil || !strings.Contains(err.Error(), name+":2: nothing of") {
			t.Errorf("%s: %v", name, err)
		}
	}
}
