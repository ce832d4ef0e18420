package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/kcfglint/kcfglint/tools/oracle/compare"
)

// clients is a JVM with the real clients of one release, in whose directory are the files
// that configurations name.
type clients struct{ *compare.Program }

func startClients(r release) (clients, error) {
	p, err := compare.Start(func(dir string) (*exec.Cmd, error) {
		// The only hosts that resolve, so that no name is asked for anywhere.
		hosts := filepath.Join(dir, "hosts")
		if err := os.WriteFile(hosts, []byte("127.0.0.1 localhost\n::1 localhost\n"), 0o644); err != nil {
			return nil, err
		}
		keytool := exec.Command("keytool", "-genkeypair", "-keyalg", "EC", "-dname", "CN=oracle", "-storetype", "PKCS12",
			"-keystore", "keystore.p12", "-storepass", "secret")
		keytool.Dir = dir
		if out, err := keytool.CombinedOutput(); err != nil {
			return nil, fmt.Errorf("keytool: %w\n%s", err, out)
		}
		return compare.Java(dir, []string{"-Dkafka.version=" + r.clients, "-Dstreams.version=" + r.streams}, "-Djdk.net.hosts.file="+hosts)
	})
	return clients{p}, err
}

// judge constructs the clients of a batch.
func (c clients) judge(dir string, cases []compare.Case) ([]compare.Verdict, error) {
	return c.Judge(cases, func(one compare.Case) ([]byte, error) {
		return json.Marshal(map[string]string{"kind": strings.TrimPrefix(one.Kind, real), "file": filepath.Join(dir, one.File)})
	}, func(answer string) (why []string, err error) {
		err = json.Unmarshal([]byte(answer), &why)
		return why, err
	})
}
