package cli

import (
	"errors"
	"fmt"

	"github.com/kcfglint/kcfglint/internal/catalog"
	"github.com/kcfglint/kcfglint/internal/config"
	"github.com/kcfglint/kcfglint/internal/lint"
	"github.com/kcfglint/kcfglint/internal/model"
)

// upgrade reads the flags that say from which version to which one the software goes, nil
// if none of them is given.
func (f *lintFlags) upgrade() (*lint.Upgrade, error) {
	if f.from == "" && f.to == "" && f.flinkFrom == "" && f.flinkTo == "" {
		return nil, nil
	}
	if f.kafkaVersion != "" || f.flinkVersion != "" {
		return nil, errors.New("--kafka-version and --flink-version say one version, --from and --to two: give one or the other")
	}
	u := &lint.Upgrade{From: make(map[string]model.Version), To: make(map[string]model.Version)}
	if err := steps(u, ofKafka, "--from", f.from, "--to", f.to); err != nil {
		return nil, err
	}
	return u, steps(u, ofFlink, "--flink-from", f.flinkFrom, "--flink-to", f.flinkTo)
}

// steps reads a pair of flags. Without the second one, the upgrade goes to the newest
// releases.
func steps(u *lint.Upgrade, all []string, fromFlag, from, toFlag, to string) error {
	if from == "" && to == "" {
		return nil
	}
	for _, of := range all {
		newest := model.Version{Number: catalog.Newest(of, model.ClientJava), Evidence: "newest release known"}
		u.To[of] = newest
		if to != "" {
			number, err := config.ParseVersion(all[len(all)-1], to)
			if err != nil {
				return fmt.Errorf("%s: %w", toFlag, err)
			}
			u.To[of] = model.Version{Number: number, Evidence: toFlag}
		}
		if from == "" {
			continue
		}
		number, err := config.ParseVersion(all[len(all)-1], from)
		switch {
		case err != nil:
			return fmt.Errorf("%s: %w", fromFlag, err)
		case to == "" && catalog.Compare(number, newest.Number) > 0:
			number = newest.Number // Connect may not have the newest release of the brokers yet
		case catalog.Compare(number, u.To[of].Number) > 0:
			return fmt.Errorf("%s %s is newer than %s", fromFlag, from, catalog.Format(u.To[of].Number))
		}
		u.From[of] = model.Version{Number: number, Evidence: fromFlag}
	}
	return nil
}
