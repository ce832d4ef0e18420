package compare

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// Scripts reads the .sql files below a folder, each as the note of a case. Templates are left
// out, and where no folder is named there are none.
func Scripts(folder string) (cases []Case, err error) {
	if folder == "" {
		return nil, nil
	}
	err = filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(path) != ".sql" {
			return err
		}
		text, err := os.ReadFile(path)
		if err == nil && !strings.Contains(string(text), "{{") && !strings.Contains(string(text), "${") {
			cases = append(cases, Case{File: path, Note: string(text)})
		}
		return err
	})
	return cases, err
}
