package buildfile

import (
	"bytes"
	"path"
	"strings"

	"github.com/magiconair/properties"

	"github.com/kcfglint/kcfglint/internal/lazyregexp"
)

// Gradle's build files are programs. What is read of them are texts of well-known forms:
// coordinates, plugins, and variables that are set to a text once.
var (
	coordinates = lazyregexp.New(`["']([\w.\-]+):([\w.\-]+):([^"':@\s]+)(?:@\w+)?["']`)
	namedParts  = lazyregexp.New(`\bgroup\s*[:=]\s*["']([\w.\-]+)["']\s*,\s*name\s*[:=]\s*["']([\w.\-]+)["']\s*,\s*version\s*[:=]\s*(["']?)([^"',)\s]+)`)
	plugin      = lazyregexp.New(`\bid\s*\(?\s*["']([\w.\-]+)["']\s*\)?\s*version\s*\(?\s*(["']?)([^"'\s)]+)`)
	assignments = []*lazyregexp.Regexp{
		lazyregexp.New(`(?m)\b([A-Za-z_]\w*)(?:\s*:\s*String)?\s*=\s*["']([^"'\n]*)["']`),
		lazyregexp.New(`\bval\s+([A-Za-z_]\w*)\s+by\s+extra\s*\(\s*["']([^"'\n]*)["']\s*\)`),
		lazyregexp.New(`\b(?:ext|extra)\s*\[\s*["']([\w.\-]+)["']\s*\]\s*=\s*["']([^"'\n]*)["']`),
		lazyregexp.New(`\bset\s*\(\s*["']([\w.\-]+)["']\s*,\s*["']([^"'\n]*)["']\s*\)`),
	}
	reference = lazyregexp.New(`\$(?:\{\s*([^{}]*?)\s*\}|([A-Za-z_]\w*))`)
	// holder is what stands before the name of a variable in a reference to it.
	holder = lazyregexp.New(`^(?:(?:project|rootProject|ext|extra|properties)\s*(?:\.|\[\s*["'])\s*)*([\w.\-]+?)(?:["']\s*\])?$`)
)

// gradle reads the build file of a folder and its version catalog.
func (f *Finder) gradle(dir string, into artifacts) {
	own := make(artifacts)
	for _, base := range []string{"build.gradle.kts", "build.gradle"} {
		if name := path.Join(dir, base); len(own) == 0 {
			if text := f.script(name); text != "" {
				f.buildScript(dir, name, text, own)
			}
		}
	}
	f.catalog(path.Join(dir, "gradle", "libs.versions.toml"), own)
	for name, a := range own {
		into.put(name, a)
	}
}

func (f *Finder) buildScript(dir, name, text string, into artifacts) {
	vars := f.variables(dir)
	lines := lineCounter{text: text}
	add := func(artifact, version string, offset int) {
		if artifact != "" {
			into.agree(artifact, f.declared(artifact, expanded(version, vars), name, lines.at(offset)))
		}
	}
	for _, m := range coordinates.FindAllStringSubmatchIndex(text, -1) {
		add(jvm(text[m[2]:m[3]], text[m[4]:m[5]]), text[m[6]:m[7]], m[0])
	}
	for _, m := range namedParts.FindAllStringSubmatchIndex(text, -1) {
		add(jvm(text[m[2]:m[3]], text[m[4]:m[5]]), quotedOrNot(text[m[6]:m[7]], text[m[8]:m[9]]), m[0])
	}
	for _, m := range plugin.FindAllStringSubmatchIndex(text, -1) {
		add(gradlePlugin(text[m[2]:m[3]]), quotedOrNot(text[m[4]:m[5]], text[m[6]:m[7]]), m[0])
	}
	if _, boot := into["spring-boot"]; boot { // io.spring.dependency-management takes it as Maven does
		if version, ok := vars["kafka.version"]; ok {
			into.put("kafka-clients", f.declared("kafka-clients", expanded(version, vars), name, 0))
		}
	}
}

func gradlePlugin(id string) string {
	if id == "org.springframework.boot" {
		return "spring-boot"
	}
	return ""
}

// quotedOrNot makes a reference of what stands without quotes: the name of a variable.
func quotedOrNot(quote, text string) string {
	if quote == "" {
		return "${" + text + "}"
	}
	return text
}

// variables are those that the build of a folder sees: its own, those of gradle.properties
// and of the builds above it. One that is set to two texts in one place is not known.
func (f *Finder) variables(dir string) map[string]string {
	if vars, ok := f.vars[dir]; ok {
		return vars
	}
	vars := make(map[string]string)
	f.vars[dir] = vars
	for _, base := range []string{"build.gradle.kts", "build.gradle"} {
		assigned(f.script(path.Join(dir, base)), vars)
	}
	if data := f.read(path.Join(dir, "gradle.properties")); data != nil {
		if p, err := (&properties.Loader{Encoding: properties.UTF8, DisableExpansion: true}).LoadBytes(data); err == nil {
			for key, text := range p.Map() {
				set(vars, key, text)
			}
		}
	}
	if dir == "." {
		return vars
	}
	for key, text := range f.variables(path.Dir(dir)) {
		if _, ok := vars[key]; !ok {
			vars[key] = text
		}
	}
	return vars
}

func assigned(text string, into map[string]string) {
	for _, form := range assignments {
		for _, m := range form.FindAllStringSubmatch(text, -1) {
			set(into, m[1], m[2])
		}
	}
}

// unknown stands for a variable whose text cannot be told: no version reads so.
const unknown = "?"

func set(vars map[string]string, name, text string) {
	if before, ok := vars[name]; ok && before != text {
		text = unknown
	}
	vars[name] = text
}

// expanded fills in the variables of a text; one that is not known makes it unknown.
func expanded(text string, vars map[string]string) string {
	for range maxReferences {
		m := reference.FindStringSubmatchIndex(text)
		if m == nil {
			return text
		}
		name := ""
		if m[2] >= 0 {
			name = text[m[2]:m[3]]
		} else {
			name = text[m[4]:m[5]]
		}
		if h := holder.FindStringSubmatch(name); h != nil {
			name = h[1]
		}
		with, ok := vars[name]
		if !ok || len(with) > 256 {
			return unknown
		}
		text = text[:m[0]] + with + text[m[1]:]
	}
	return unknown
}

// maxScript is the size in bytes above which a build file is none that people write.
const maxScript = 256 << 10

// script returns a build file without its comments, "" if there is none.
func (f *Finder) script(name string) string {
	data := f.read(name)
	if len(data) > maxScript {
		return ""
	}
	return uncommented(data)
}

// uncommented blanks out the comments of a Groovy or Kotlin text; all else keeps its place.
func uncommented(data []byte) string {
	text := bytes.Clone(data)
	for i := 0; i < len(text); {
		switch rest := text[i:]; {
		case bytes.HasPrefix(rest, []byte("//")):
			i += blank(rest, bytes.IndexByte(rest, '\n'))
		case bytes.HasPrefix(rest, []byte("/*")):
			end := bytes.Index(rest[2:], []byte("*/"))
			if end >= 0 {
				end += 4
			}
			i += blank(rest, end)
		case bytes.HasPrefix(rest, []byte(`"""`)), bytes.HasPrefix(rest, []byte("'''")):
			end := bytes.Index(rest[3:], rest[:3])
			if end < 0 {
				return string(text)
			}
			i += end + 6
		case rest[0] == '"', rest[0] == '\'':
			i += quoted(rest)
		default:
			i++
		}
	}
	return string(text)
}

// blank overwrites the first n bytes, all if n is negative, but no line ends.
func blank(text []byte, n int) int {
	if n < 0 {
		n = len(text)
	}
	for i, c := range text[:n] {
		if c != '\n' {
			text[i] = ' '
		}
	}
	return n
}

// quoted returns the length of a string that begins here and ends in the same line.
func quoted(text []byte) int {
	for i := 1; i < len(text); i++ {
		switch text[i] {
		case '\\':
			i++
		case '\n':
			return i
		case text[0]:
			return i + 1
		}
	}
	return len(text)
}

// lineCounter tells the lines of offsets that are mostly asked in ascending order.
type lineCounter struct {
	text         string
	offset, line int
}

func (c *lineCounter) at(offset int) int {
	if offset < c.offset {
		c.offset, c.line = 0, 0
	}
	c.line += strings.Count(c.text[c.offset:offset], "\n")
	c.offset = offset
	return c.line + 1
}
