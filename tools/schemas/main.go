// Command schemas writes the JSON schemas of the rules' input, or checks the rules and
// their tests against them.
package main

import (
	"flag"
	"log"
	"os"
	"path/filepath"

	"github.com/kcfglint/kcfglint/rules"
)

func main() {
	log.SetFlags(0)
	out := flag.String("out", "", "folder to write the schemas to")
	dir := flag.String("check", "", "folder of the rules to check")
	flag.Parse()
	all, err := rules.All()
	if err != nil {
		log.Fatal(err)
	}
	s, err := newSchemas(all)
	if err != nil {
		log.Fatal(err)
	}
	if *out != "" {
		if err := write(*out, s); err != nil {
			log.Fatal(err)
		}
	}
	if *dir != "" {
		if err := check(*dir, s); err != nil {
			log.Fatal(err)
		}
	}
}

func write(dir string, s *schemas) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for _, schema := range []*schema{s.component, s.project, s.guarantee} {
		b, err := encode(schema)
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(dir, s.name(schema)+".json"), b, 0o644); err != nil {
			return err
		}
	}
	return nil
}
