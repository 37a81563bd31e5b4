package customizations

import (
	_ "embed"
	"strings"
	"sync"
)

// A Message is the name of an SDK message.
type Message struct {
	Name    string // "Update"; empty where it could not be told
	Certain bool   // by its identifier or the step's own word for it, not by the step's name
	Action  string // unique name of the action of the solution that it calls, without prefix; empty for another message
}

//go:embed sdk_messages.tsv
var messagesTSV string

// messages are the names of the messages whose identifiers are known.
var messages = sync.OnceValue(func() map[string]string {
	table := make(map[string]string, 32)
	for line := range strings.Lines(messagesTSV) {
		if id, name, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok {
			table[id] = name
		}
	}
	return table
})

// messageOf tells a step's message by its identifier (in lower case, without
// braces), else by the step's name.
func messageOf(id, stepName string) Message {
	if name, ok := messages()[id]; ok {
		return Message{Name: name, Certain: true}
	}
	return Message{Name: messageInName(stepName)}
}

// nameActions tells the steps whose message is an action of the solution.
func (m *Model) nameActions() {
	actions := make(map[string]string)
	for _, p := range m.Processes {
		if p.Category.Is(Action) && p.MessageID.Value != "" {
			actions[p.MessageID.Value] = p.UniqueName.Value
		}
	}
	for _, s := range m.Steps {
		s.Message.Action = actions[s.MessageID.Value]
	}
}

// messageInName returns the message in the name that the registration tools give
// to a step, "Contoso.Plugin: Update of account", and nothing for other names.
func messageInName(stepName string) string {
	i := strings.LastIndex(stepName, ": ")
	if i < 0 {
		return ""
	}
	name, table, ok := strings.Cut(stepName[i+len(": "):], " of ")
	if !ok || table == "" || name == "" || strings.ContainsAny(name, " \t") {
		return ""
	}
	return name
}
