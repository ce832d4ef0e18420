// Command properties records what java.util.Properties makes of many texts, or checks
// that what was recorded still holds. It needs a JDK.
package main

import (
	"encoding/base64"
	"flag"
	"log"
	"math/rand/v2"
	"os/exec"
	"strings"

	"github.com/kcfglint/kcfglint/tools/oracle/compare"
)

// answer is one recorded answer: the pairs in order, or that the text is refused.
type answer struct {
	Text  string      `json:"text"`
	Pairs [][2]string `json:"pairs,omitempty"`
	Error bool        `json:"error,omitempty"`
}

func main() {
	log.SetFlags(0)
	file := flag.String("file", "", "the recorded answers, JSON lines")
	record := flag.Bool("record", false, "record anew instead of checking")
	seed := flag.Uint64("seed", 1, "seed of the generated texts")
	count := flag.Int("count", 1500, "number of generated texts")
	java := flag.String("java", "Oracle.java", "the Java program")
	flag.Parse()
	texts := make([]string, 0, *count)
	if *record {
		texts = append(texts, handmade...)
		r := rand.New(rand.NewPCG(*seed, 0))
		for range *count {
			texts = append(texts, generate(r))
		}
	} else {
		recorded, err := compare.ReadRecorded[answer](*file)
		if err != nil {
			log.Fatal(err)
		}
		for _, a := range recorded {
			texts = append(texts, a.Text)
		}
	}
	if err := compare.Settle(*file, "java.util.Properties", ask(*java, texts), *record); err != nil {
		log.Fatal(err)
	}
}

// ask puts the texts to the JDK.
func ask(program string, texts []string) []answer {
	lines, err := compare.Ask(exec.Command("java", program), texts)
	if err != nil {
		log.Fatal(err)
	}
	answers := make([]answer, len(texts))
	for i, line := range lines {
		answers[i] = answer{Text: texts[i], Error: line == "error"}
		words := strings.Fields(line)[1:]
		for j := 0; j+1 < len(words); j += 2 {
			answers[i].Pairs = append(answers[i].Pairs, [2]string{decode(words[j]), decode(words[j+1])})
		}
	}
	return answers
}

func decode(word string) string {
	text, err := base64.StdEncoding.DecodeString(word[1:])
	if err != nil {
		log.Fatal(err)
	}
	return string(text)
}

// handmade are the cases that specifications and bug reports speak of.
var handmade = []string{
	"", "\n\n", "acks=all\n", "acks = all", "acks:all", "acks all", "acks\tall", "acks\fall", "acks", "acks=", "acks:", "=v", ":v", " =v",
	"acks=all # durable\n", "# comment\nacks=all", "! comment\nacks=1", "  # comment\n  acks=1", "acks=#all", "a=b\n#c\\\nd=e",
	"k=abc\\", "k=abc\\\\", "k=abc\\\\\\", "k\\", "\\", "k=a\\\n   b", "k=a\\\r\n   b", "k=a\\\r\tb", "k=a\\\n\nb=c", "k=\\\n  v", "k\\\n  =v",
	"k\\ey=v", "k\\=y=v", "k\\:y:v", "k\\ y v", "k==v", "k=:v", "k::v", "k:=v", "k = = v", "k  v  ", "k=v  ", "k=\\ v", "k=v\\ ",
	"k=a\\tb\\nc\\rd\\fe", "k=\\u0041\\u00e9", "k=\\uD83D\\uDE00", "k=\\u20", "k=\\uxyzw", "k=\\u", "\\u006bey=v", "k\\u003d=v", "k=\\u005cn",
	"k=\\u0020v", "k=\\b\\q\\z", "k=a\\\n#b", "k=a\\\n!b", "k=a\\\n\\\nb", "k=a\\\n  \\\n  b", "a=1\na=2\n", "é=ü", "k=日本語", "\ufeffk=v",
	"sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required \\\n  username=\"u\" \\\n  password=\"p\";",
	"k=C:\\\\temp", "k=C:\\temp", "k = v\r\nk2=v2\rk3=v3", "\f k=v", "k=\\\n", "k=a\\\n", "k \\\n v", "k\\\n\\\n=v", "k=\"v\"", "k='v'",
}

// alphabet is what means something to the format, and a little that does not.
var alphabet = []string{"a", "b", "k", "1", ".", "=", ":", " ", "\t", "\f", "\n", "\r", "\r\n", "\\", "\\\\", "\\\n", "\\\r\n  ", "#", "!",
	"\\u0041", "\\u00e9", "\\uD83D\\uDE00", "\\u003d", "\\u0020", "\\u12", "\\n", "\\t", "\\ ", "\\=", "\\:", "\\#", "é", "日", "\"", "'", "${x}", "  ", "=v\n", "\nk"}

func generate(r *rand.Rand) string {
	var b strings.Builder
	for range 1 + r.IntN(24) {
		b.WriteString(alphabet[r.IntN(len(alphabet))])
	}
	return b.String()
}
