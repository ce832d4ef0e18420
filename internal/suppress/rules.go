package suppress

import "github.com/kcfglint/kcfglint/rules"

// The ids of the rules about suppressions.
const (
	unknownSuppression = "KL003"
	unusedSuppression  = "KL004"
	missingReason      = "KL005"
)

// Rules describes the rules about suppressions, by ID. They are no Rego: Apply reports
// their findings.
var Rules = []rules.Rule{
	{
		ID: unknownSuppression, Name: "unknown-suppression", Group: "file", Title: "a suppression cannot be understood",
		Description: "A kcfglint comment names a rule that does not exist, stands where it applies to nothing, or is not of " +
			"a known form. It suppresses nothing, and whoever wrote it believes that it does. " +
			"Write kcfglint:ignore RULE -- reason, with the id, the name or the group of a rule.",
		Severities: []string{"warning", "error", "info"}, Confidence: "certain", Consequence: "ignored",
		Remediation: "Write kcfglint:ignore RULE -- reason.",
	},
	{
		ID: unusedSuppression, Name: "unused-suppression", Group: "file", Title: "a suppression suppresses nothing",
		Description: "The rule is on and reports nothing at this place, or no longer. A suppression that stays behind hides " +
			"the next finding of its rule. Remove it.",
		Severities: []string{"warning", "error", "info"}, Confidence: "certain", Consequence: "maintenance",
		Remediation: "Remove the suppression.",
	},
	{
		ID: missingReason, Name: "suppression-without-reason", Group: "file", Title: "a suppression gives no reason",
		Description: "The configuration file demands a reason for every suppression (require-reason), so that the next reader " +
			"can tell whether it still holds. Write it after two hyphens, or as the reason of the ignore entry.",
		Severities: []string{"warning", "error", "info"}, Confidence: "certain", Consequence: "maintenance",
		Remediation: "Say why the finding does not matter here.",
	},
}

func ruleOf(id string) *rules.Rule {
	for i := range Rules {
		if Rules[i].ID == id {
			return &Rules[i]
		}
	}
	panic("no rule " + id) // the constants above name no other
}
