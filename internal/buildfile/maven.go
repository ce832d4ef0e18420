package buildfile

import (
	"bytes"
	"encoding/xml"
	"io"
	"path"
	"strings"
)

// Limits of what is followed: parents, imports and properties may lead in circles.
const (
	maxParents    = 16
	maxModules    = 200
	maxReferences = 16
	maxXMLDepth   = 64
)

// pom is a pom.xml as far as it matters here.
type pom struct {
	path                     string // in the repository
	group, artifact, version value
	parent                   *dependency
	parentPath               string // "" is not in the repository
	properties               map[string]value
	dependencies, managed    []dependency
	modules                  []string
}

// value is a text and the line it stands in.
type value struct {
	text string
	line int
}

type dependency struct {
	group, artifact string
	version         value
	kind, scope     string
}

// maven reads the pom.xml of a folder with what it inherits and imports within the
// repository. Profiles are not looked at: which are active is not known.
func (f *Finder) maven(dir string, into artifacts) {
	own := f.pom(path.Join(dir, "pom.xml"))
	if own == nil {
		return
	}
	m := effective{finder: f, chain: f.lineage(own)}
	for _, p := range m.chain {
		for _, d := range p.dependencies {
			m.put(into, p, d)
		}
	}
	last := m.chain[len(m.chain)-1]
	external := last.parent
	boot := external != nil && jvm(external.group, external.artifact) == "spring-boot"
	m.manage(into, m.chain, 0)
	if boot { // its managed versions are properties, which those who inherit can set
		if at, text, ok := m.property("kafka.version"); ok {
			into.put("kafka-clients", m.finder.declared("kafka-clients", text, at.file, at.line))
		}
		m.put(into, last, *external)
	}
	if at, text, ok := m.property("flink.version"); ok {
		into.put("flink", m.finder.declared("flink", text, at.file, at.line))
	}
}

// effective is a project with all that it inherits from, the project first.
type effective struct {
	finder *Finder
	chain  []*pom
}

// put adds a dependency that has a version.
func (m *effective) put(into artifacts, p *pom, d dependency) {
	name := jvm(m.text(d.group), m.text(d.artifact))
	if name == "" || d.version.text == "" {
		return
	}
	at, text := m.resolve(p, d.version)
	into.put(name, m.finder.declared(name, text, at.file, at.line))
}

// manage adds the managed dependencies of a project, then those that it imports.
func (m *effective) manage(into artifacts, chain []*pom, depth int) {
	if depth > maxParents {
		return
	}
	var imports []*pom
	for _, p := range chain {
		for _, d := range p.managed {
			m.put(into, p, d)
			if d.scope == "import" && d.kind == "pom" {
				if bom := m.finder.inRepository(m.chain, m.text(d.group), m.text(d.artifact)); bom != nil && bom != p {
					imports = append(imports, bom)
				}
			}
		}
	}
	for _, bom := range imports {
		of := effective{finder: m.finder, chain: m.finder.lineage(bom)}
		of.manage(into, of.chain, depth+1)
	}
}

// spot is where a text was found.
type spot struct {
	file string
	line int
}

// property returns the text of a property, that of the project before those it inherits.
func (m *effective) property(name string) (spot, string, bool) {
	for _, p := range m.chain {
		if v, ok := p.properties[name]; ok {
			at, text := m.resolve(p, v)
			return at, text, true
		}
	}
	return spot{}, "", false
}

// resolve fills in the properties of a text. Where the whole text is one property, the
// place is where that is set. A property that is not known stays as it is written.
func (m *effective) resolve(p *pom, v value) (spot, string) {
	at := spot{p.path, v.line}
	text := v.text
	for range maxReferences {
		start := strings.Index(text, "${")
		if start < 0 {
			return at, text
		}
		length := strings.IndexByte(text[start:], '}')
		if length < 0 {
			return at, text
		}
		where, with, ok := m.lookUp(text[start+2 : start+length])
		if !ok || len(with) > 256 {
			return at, text
		}
		if start == 0 && length == len(text)-1 {
			at = where
		}
		text = text[:start] + with + text[start+length+1:]
	}
	return at, text
}

// lookUp returns a property as it is written, project.version and its likes included.
func (m *effective) lookUp(name string) (spot, string, bool) {
	for _, p := range m.chain {
		if v, ok := p.properties[name]; ok {
			return spot{p.path, v.line}, v.text, true
		}
	}
	own := m.chain[0]
	switch name {
	case "project.version", "pom.version", "version":
		for _, p := range m.chain {
			if p.version.text != "" {
				return spot{p.path, p.version.line}, p.version.text, true
			}
			if p.parent != nil {
				return spot{p.path, p.parent.version.line}, p.parent.version.text, true
			}
		}
	case "project.parent.version", "parent.version":
		if own.parent != nil {
			return spot{own.path, own.parent.version.line}, own.parent.version.text, true
		}
	case "project.groupId", "pom.groupId":
		if own.group.text == "" && own.parent != nil {
			return spot{own.path, own.parent.version.line}, own.parent.group, true
		}
		return spot{own.path, own.group.line}, own.group.text, own.group.text != ""
	}
	return spot{}, "", false
}

func (m *effective) text(text string) string {
	_, text = m.resolve(m.chain[0], value{text: text})
	return text
}

// lineage returns a pom and those in the repository that it inherits from.
func (f *Finder) lineage(p *pom) []*pom {
	chain := []*pom{p}
	for p.parent != nil && p.parentPath != "" && len(chain) < maxParents {
		above := f.pom(p.parentPath)
		if above == nil {
			above = f.pom(path.Join(p.parentPath, "pom.xml"))
		}
		if above == nil || above.artifact.text != p.parent.artifact {
			break // Maven takes it from elsewhere then
		}
		p = above
		chain = append(chain, p)
	}
	return chain
}

// inRepository finds a project among the modules of the given ones.
func (f *Finder) inRepository(chain []*pom, group, artifact string) *pom {
	left := maxModules
	for _, p := range chain {
		for _, m := range p.modules {
			if left--; left < 0 {
				return nil
			}
			module := f.pom(path.Join(path.Dir(p.path), m, "pom.xml"))
			if module == nil || module.artifact.text != artifact {
				continue
			}
			if g := module.group.text; g == group || g == "" && module.parent != nil && module.parent.group == group {
				return module
			}
		}
	}
	return nil
}

// pom reads a file, nil if there is none that is well-formed.
func (f *Finder) pom(repoPath string) *pom {
	if p, ok := f.poms[repoPath]; ok {
		return p
	}
	var p *pom
	if data := f.read(repoPath); data != nil {
		p = parsePOM(repoPath, data)
	}
	f.poms[repoPath] = p
	return p
}

// parsePOM returns nil for what is no well-formed project.
func parsePOM(repoPath string, data []byte) *pom {
	root := parseXML(data)
	if root == nil || root.name != "project" {
		return nil
	}
	p := &pom{path: repoPath, group: root.child("groupId").value(), artifact: root.child("artifactId").value(),
		version: root.child("version").value(), properties: make(map[string]value)}
	for _, e := range root.child("properties").elements() {
		p.properties[e.name] = e.value()
	}
	p.dependencies = root.child("dependencies").dependencies()
	p.managed = root.child("dependencyManagement").child("dependencies").dependencies()
	for _, m := range root.child("modules").elements() {
		p.modules = append(p.modules, m.value().text)
	}
	if parent := root.child("parent"); parent != nil {
		d := parent.dependency()
		p.parent, p.parentPath = &d, "../pom.xml"
		if at := parent.child("relativePath"); at != nil {
			p.parentPath = at.value().text
		}
		if p.parentPath != "" {
			p.parentPath = path.Join(path.Dir(repoPath), p.parentPath)
		}
	}
	return p
}

// element is an element of an XML document.
type element struct {
	name     string
	text     strings.Builder
	line     int // of its text, or of its start where it has none
	children []*element
}

// parseXML returns the root element, nil if the text is not well-formed or too deep.
func parseXML(data []byte) *element {
	d := xml.NewDecoder(bytes.NewReader(bytes.ToValidUTF8(data, []byte("?"))))
	d.CharsetReader = plain // names and versions are ASCII whatever the encoding
	root := &element{}
	open := []*element{root}
	for {
		token, err := d.Token()
		if err != nil {
			break
		}
		top := open[len(open)-1]
		switch t := token.(type) {
		case xml.StartElement:
			if len(open) > maxXMLDepth {
				return nil
			}
			line, _ := d.InputPos()
			e := &element{name: t.Name.Local, line: line}
			top.children = append(top.children, e)
			open = append(open, e)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			top.text.Write(t)
			if line, _ := d.InputPos(); len(bytes.TrimSpace(t)) > 0 {
				top.line = line - bytes.Count(t[len(bytes.TrimRight(t, " \t\r\n")):], []byte("\n"))
			}
		}
	}
	if len(open) != 1 || len(root.children) != 1 {
		return nil
	}
	return root.children[0]
}

func plain(_ string, r io.Reader) (io.Reader, error) { return r, nil }

func (e *element) elements() []*element {
	if e == nil {
		return nil
	}
	return e.children
}

// child returns the first element of that name within e, or nil.
func (e *element) child(name string) *element {
	for _, c := range e.elements() {
		if c.name == name {
			return c
		}
	}
	return nil
}

// value is what stands in the element, without the blanks around it.
func (e *element) value() value {
	if e == nil {
		return value{}
	}
	return value{strings.TrimSpace(e.text.String()), e.line}
}

func (e *element) dependencies() []dependency {
	var all []dependency
	for _, d := range e.elements() {
		all = append(all, d.dependency())
	}
	return all
}

func (e *element) dependency() dependency {
	return dependency{group: e.child("groupId").value().text, artifact: e.child("artifactId").value().text,
		version: e.child("version").value(), kind: e.child("type").value().text, scope: e.child("scope").value().text}
}
