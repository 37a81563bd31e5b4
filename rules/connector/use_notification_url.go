package connector

import (
	"strings"

	"github.com/solcheck/solcheck/analyzers/connector"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/rules/rule"
)

var useNotificationURL = &rule.Rule{
	ID:        "connector-use-notification-url",
	Severity:  rule.Medium,
	Category:  rule.Design,
	Component: rule.Connector,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/connectors/custom-connectors/create-webhook-trigger",
	Kinds:     kinds(),
	Requires:  requires(),
	Run: definitions(func(c *check, d *connector.Definition) {
		for _, s := range d.All {
			if s.IsNotificationURL && (s.Node.Get("in") != nil || s.Use&connector.AsOutput != 0 && s.Use&connector.AsInput == 0) {
				c.say(notificationPlace(s), "NotificationUrlNotAllowedInThisPosition", `The property that takes the notification URL is not in the body of a request; move "x-ms-notification-url" there`)
			}
		}
		told := make(map[*connector.Schema]bool)
		for _, o := range d.Operations {
			urls := o.NotificationURLs()
			for _, u := range urls {
				if !told[u.Schema] {
					told[u.Schema] = true
					c.notificationURL(o, u)
				}
			}
			c.webhook(o, len(urls))
			c.notification(d, o)
		}
	}),
}

func notificationPlace(s *connector.Schema) model.Range {
	return at(s.Node.Get("x-ms-notification-url"))
}

// notificationURL judges the property that takes the address to call back.
func (c *check) notificationURL(o *connector.Operation, u *connector.Input) {
	place := notificationPlace(u.Schema)
	if r := u.Schema.Resolve(); r != nil && r.Type.Value != "string" {
		c.say(place, "NotificationUrlNotString", `The notification URL of operation %q is of the type %q; it must be "string"`, o.Name(), r.Type.Value)
	}
	if !u.Required {
		c.say(place, "NotificationUrlNotRequired", `The notification URL of operation %q may be left out; name it under "required", and all that it lies in`, o.Name())
	}
	if !u.Internal {
		c.say(place, "NotificationUrlNotInternal", `The notification URL of operation %q is shown to makers, who cannot know it; give it "x-ms-visibility": "internal"`, o.Name())
	}
}

// webhook compares an operation that subscribes with its path.
func (c *check) webhook(o *connector.Operation, urls int) {
	switch {
	case urls > 0 && !o.Path.IsWebhook() && o.Node.Get("x-ms-notification-content") == nil:
		c.say(o.Place(), "OperationMustHaveNotificationContentExtension", `The operation %q takes a notification URL and its path %q has no "x-ms-notification-content"; describe there what is sent to the URL`, o.Name(), o.Path.Template.Value)
	case urls == 0 && o.Path.IsWebhook() && o.IsTrigger() && strings.EqualFold(o.Method.Value, "post"):
		c.say(o.Place(), "WebhookOperationsMissingNotificationUrlProperty", `The operation %q subscribes and takes no notification URL; add a property with "x-ms-notification-url": true to its body`, o.Name())
	}
}

// notification judges the link from a polling trigger to the webhook that wakes it.
func (c *check) notification(d *connector.Definition, o *connector.Operation) {
	n := o.Node.Get("x-ms-notification")
	if n == nil {
		return
	}
	if !o.IsTrigger() {
		c.say(at(n), "NotificationExtensionSupportedForTriggerOnly", `The operation %q is no trigger and has "x-ms-notification"; remove it`, o.Name())
		return
	}
	if o.Path.IsWebhook() {
		c.say(at(n), "NotificationExtensionNotSupportedInWebhookOperation", `The operation %q is a webhook itself and has "x-ms-notification"; remove it`, o.Name())
		return
	}
	id := n.Get("operationId")
	target := d.Operation(id.Literal())
	if target == nil {
		return // the rule about calls tells of it
	}
	if !target.Path.IsWebhook() {
		c.say(at(id), "NotificationOperationMustBeWebhook", `The operation %q, which "x-ms-notification" names, is no webhook; name one that subscribes`, target.Name())
		return
	}
	c.sameParameters(o, target)
}

// sameParameters compares the parameters that a trigger and its subscription share.
func (c *check) sameParameters(fetch, subscribe *connector.Operation) {
	for _, a := range fetch.Parameters {
		for _, b := range subscribe.Parameters {
			if a.Name.Value != b.Name.Value || a.Schema == nil || b.Schema == nil {
				continue
			}
			if a.Schema.Type.Value != b.Schema.Type.Value || a.Visibility.Value != b.Visibility.Value {
				c.say(model.At(a.Name, a), "ParamtersWithSameNameMustHaveSameTypeAndVisibility", "The parameter %q differs in type or visibility between %q, which fetches, and %q, which subscribes; make them alike", a.Name.Value, fetch.Name(), subscribe.Name())
			}
		}
	}
}
