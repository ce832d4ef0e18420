package finding

// Rule describes a rule that is not written in Rego.
type Rule struct {
	ID, Name    string
	Title       string
	Description string // what happens, then the mend
	Remediation string
	Confidence  string
	Consequence string
	// Severities are those that a finding may have; the first is the default.
	Severities []Severity
}

// The ids of the rules about files and suppressions.
const (
	Unreadable         = "KL001"
	Malformed          = "KL002"
	UnknownSuppression = "KL003"
	UnusedSuppression  = "KL004"
	MissingReason      = "KL005"
)

// FileRules returns the rules of the group "file": those that tell of a file as a whole
// and of the suppressions in it.
func FileRules() []Rule {
	return []Rule{
		{
			ID: Unreadable, Name: "file-unreadable", Title: "a configuration file cannot be read",
			Description: "The file was found, but it cannot be opened or read, so nothing in it was checked. " +
				"Mend its permissions, or exclude it.",
			Remediation: "Make the file readable or exclude it.",
			Confidence:  "certain", Consequence: "maintenance", Severities: []Severity{Error, Warning, Info},
		},
		{
			ID: Malformed, Name: "file-malformed", Title: "a configuration file departs from its grammar",
			Description: "The software that reads the file refuses it or reads something else than is written, " +
				"and what cannot be read cannot be checked. Mend the place that the finding names.",
			Remediation: "Mend the syntax.",
			Confidence:  "certain", Consequence: "startup-failure", Severities: []Severity{Error, Warning, Info},
		},
		{
			ID: UnknownSuppression, Name: "suppression-unknown", Title: "a suppression cannot be understood",
			Description: "A kcfglint comment names a rule that does not exist, or is not of a known form. " +
				"It suppresses nothing, and whoever wrote it believes that it does. " +
				"Write kcfglint:ignore RULE -- reason, with the id, name or group of a rule.",
			Remediation: "Write kcfglint:ignore RULE -- reason.",
			Confidence:  "certain", Consequence: "ignored", Severities: []Severity{Warning, Error, Info},
		},
		{
			ID: UnusedSuppression, Name: "suppression-unused", Title: "a suppression suppresses nothing",
			Description: "The rule is enabled and reports nothing at this place any more. A suppression that stays " +
				"behind hides the next finding of its rule. Remove it.",
			Remediation: "Remove the suppression.",
			Confidence:  "certain", Consequence: "maintenance", Severities: []Severity{Warning, Error, Info},
		},
		{
			ID: MissingReason, Name: "suppression-without-reason", Title: "a suppression gives no reason",
			Description: "The configuration demands a reason for every suppression (require-reason), so that the next " +
				"reader can tell whether it still holds. Add it after two hyphens, or as the reason of the ignore entry.",
			Remediation: "Say why the finding does not matter here.",
			Confidence:  "certain", Consequence: "maintenance", Severities: []Severity{Warning, Error, Info},
		},
	}
}

// FileRule returns the rule of that id, nil if there is none.
func FileRule(id string) *Rule {
	for _, r := range FileRules() {
		if r.ID == id {
			return &r
		}
	}
	return nil
}
