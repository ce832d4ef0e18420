// Command hocon records what com.typesafe.config makes of many texts, or checks that what was
// recorded still holds. It needs a JDK and Maven.
//
//	go run . -file FILE           compares the recorded answers with those of the real library
//	go run . -file FILE -record   records them
//	go run . -ask TEXT...         prints the answers for files, which are not recorded
package main

import (
	"encoding/base64"
	"flag"
	"fmt"
	"log"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/kcfglint/kcfglint/tools/oracle/compare"
)

// artefact is the release that is asked.
const artefact = "com.typesafe:config:1.4.5"

// below is what the texts are read over, as an application.conf is over the reference.conf of
// libraries: whatever is certain of a text alone must hold there, too.
const below = `a = below, b { c = below, z = below }, c { a = [below], d { z = below } }, d = [below], x = 7, y { a = below, z { q = below } }, n = null`

// Answer is one recorded answer.
type Answer struct {
	Text  string `json:"text"`
	Error bool   `json:"error,omitempty"` // it is refused
	// Alone are the leaves of the text, and Over those of it over another one; nil if its
	// substitutions make no value.
	Alone []Leaf `json:"alone,omitempty"`
	Over  []Leaf `json:"over,omitempty"`
}

// Leaf is a kind (string, plain, null, object and list if empty, unknown), a text and a path.
type Leaf []string

func main() {
	log.SetFlags(0)
	file := flag.String("file", "", "the recorded answers, JSON lines")
	record := flag.Bool("record", false, "record anew instead of checking")
	seed := flag.Uint64("seed", 1, "seed of the generated texts")
	count := flag.Int("count", 1200, "number of generated texts")
	asked := flag.Bool("ask", false, "print the answers for the files that are named")
	flag.Parse()
	texts := make([]string, 0, *count)
	switch {
	case *asked:
		for _, name := range flag.Args() {
			text, err := os.ReadFile(name)
			if err != nil {
				log.Fatal(err)
			}
			texts = append(texts, string(text))
		}
	case *record:
		texts = append(texts, handmade...)
		r := rand.New(rand.NewPCG(*seed, 0))
		for i := range *count {
			texts = append(texts, generate(r, i))
		}
	default:
		recorded, err := compare.ReadRecorded[Answer](*file)
		if err != nil {
			log.Fatal(err)
		}
		for _, a := range recorded {
			texts = append(texts, a.Text)
		}
	}
	answers := ask(texts)
	if *asked {
		out, err := compare.EncodeRecorded(answers)
		if err != nil {
			log.Fatal(err)
		}
		fmt.Print(string(out))
		return
	}
	if err := compare.Settle(*file, artefact, answers, *record); err != nil {
		log.Fatal(err)
	}
}

// library returns the path of the jar, which Maven fetches.
func library() string {
	group, name, _ := strings.Cut(artefact, ":")
	name, version, _ := strings.Cut(name, ":")
	if out, err := exec.Command("mvn", "-q", "-B", "dependency:get", "-Dtransitive=false", "-Dartifact="+artefact).CombinedOutput(); err != nil {
		log.Fatalf("mvn: %v\n%s", err, out)
	}
	home, err := os.UserHomeDir()
	if err != nil {
		log.Fatal(err)
	}
	return filepath.Join(home, ".m2", "repository", strings.ReplaceAll(group, ".", "/"), name, version, name+"-"+version+".jar")
}

// ask puts the texts to the library.
func ask(texts []string) []Answer {
	cmd := exec.Command("java", "-Xmx512m", "-cp", library(), "Oracle.java", base64.StdEncoding.EncodeToString([]byte(below)))
	lines, err := compare.Ask(cmd, texts)
	if err != nil {
		log.Fatal(err)
	}
	answers := make([]Answer, len(texts))
	for i, line := range lines {
		answers[i] = Answer{Text: texts[i], Error: line == "error"}
		alone, over, _ := strings.Cut(line, "\t")
		answers[i].Alone, answers[i].Over = leaves(alone), leaves(over)
	}
	return answers
}

func leaves(words string) []Leaf {
	var found []Leaf
	for _, word := range strings.Fields(words)[min(1, len(strings.Fields(words))):] {
		parts := strings.Split(word, ":")
		for i := range parts[1:] {
			text, err := base64.StdEncoding.DecodeString(parts[i+1])
			if err != nil {
				log.Fatal(err)
			}
			parts[i+1] = string(text)
		}
		found = append(found, parts)
	}
	return found
}
