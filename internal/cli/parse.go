package cli

import (
	"encoding/json"
	"errors"

	"github.com/spf13/cobra"

	"github.com/kcfglint/kcfglint/internal/lint"
	"github.com/kcfglint/kcfglint/internal/model"
)

// parsedComponent is a component as "kcfglint parse" prints it.
type parsedComponent struct {
	ID         string                   `json:"id"`
	Kind       model.Kind               `json:"kind"`
	Name       string                   `json:"name"`
	Dialect    string                   `json:"dialect"`
	Client     string                   `json:"client"`
	Parent     string                   `json:"parent,omitempty"`
	Owner      string                   `json:"owner,omitempty"`
	OwnerID    string                   `json:"ownerId,omitempty"`
	Complete   model.Complete           `json:"complete"`
	CodeMaySet bool                     `json:"codeMaySet,omitempty"`
	Heuristic  bool                     `json:"heuristic,omitempty"`
	Dev        bool                     `json:"development,omitempty"`
	Versions   map[string]model.Version `json:"versions,omitempty"`
	Links      model.Links              `json:"links"`
	Span       model.Span               `json:"span"`
	Settings   []parsedSetting          `json:"settings"`
}

// parsedSetting is a setting as "kcfglint parse" prints it: a secret has no value.
type parsedSetting struct {
	Key         string        `json:"key"`
	Written     string        `json:"written,omitempty"`
	Value       *string       `json:"value,omitempty"`
	State       model.State   `json:"state"`
	Effective   bool          `json:"effective"`
	FromDefault bool          `json:"fromDefault,omitempty"`
	Secret      *model.Secret `json:"secret,omitempty"`
	KeySpan     *model.Span   `json:"keySpan,omitempty"`
	ValueSpan   *model.Span   `json:"valueSpan,omitempty"`
}

func newParse(s Streams) *cobra.Command {
	var f inputFlags
	cmd := &cobra.Command{
		Use:   "parse [PATH...]",
		Short: "Print the components and settings that the rules see, as JSON",
		RunE: func(cmd *cobra.Command, args []string) error {
			opts, err := f.options(cmd, s, args)
			if err != nil {
				return err
			}
			result, err := lint.Parse(cmd.Context(), opts)
			if err != nil {
				return internal(err)
			}
			out := json.NewEncoder(cmd.OutOrStdout())
			out.SetIndent("", "  ")
			out.SetEscapeHTML(false)
			if err := out.Encode(struct {
				Components []parsedComponent `json:"components"`
			}{components(result.Components)}); err != nil {
				return internal(err)
			}
			switch {
			case result.Missing != nil:
				return usage(result.Missing)
			case len(result.Components) == 0:
				return &exitError{ExitNothing, errors.New("nothing of Kafka or Flink was recognised")}
			}
			return nil
		},
	}
	f.register(cmd)
	return cmd
}

func components(all []*model.Component) []parsedComponent {
	out := make([]parsedComponent, 0, len(all))
	for _, c := range all {
		p := parsedComponent{
			ID: c.ID, Kind: c.Kind, Name: c.Name, Dialect: c.Dialect, Client: c.Client, Parent: c.Parent, Owner: c.Owner,
			OwnerID: c.OwnerID, Complete: c.Complete, CodeMaySet: c.CodeMaySet, Heuristic: c.Heuristic, Dev: c.Development,
			Versions: c.Versions, Links: c.Links, Span: c.Span, Settings: []parsedSetting{},
		}
		for i := range c.Settings {
			p.Settings = append(p.Settings, settingOf(&c.Settings[i]))
		}
		out = append(out, p)
	}
	return out
}

func settingOf(s *model.Setting) parsedSetting {
	p := parsedSetting{
		Key: s.Key, State: s.State, Effective: s.Effective, FromDefault: s.FromDefault, Secret: s.Secret,
	}
	if s.Written != s.Key {
		p.Written = s.Written
	}
	if s.Secret == nil {
		p.Value = &s.Value
	}
	if !s.KeySpan.IsZero() {
		p.KeySpan, p.ValueSpan = &s.KeySpan, &s.ValueSpan
	}
	return p
}
