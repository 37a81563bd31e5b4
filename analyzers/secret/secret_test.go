package secret

import (
	"strings"
	"testing"
)

// random is text as keys have it. Nothing here is one.
const random = "q7Xk2Rw9Lp4Zt6Vb8Nc3Hd5Jf1Gs0Ym7Ka2Ue9Wi4Or6Tx8Qz3Pv5Bl1Cn7Dj2Fh4Sg6Ak8Lm0Ew3Ry5UtVz9Na"

func TestFind(t *testing.T) {
	entra := "aB" + "3" + "8Q~" + random[:34]
	for _, c := range []struct{ text, kind, secret string }{
		{"key = 'AKIA" + "Q7XK2RW4LPZT6VBN'", "an AWS access key", "AKIA" + "Q7XK2RW4LPZT6VBN"},
		{`"token": "ghp_` + random[:36] + `"`, "a GitHub token", "ghp_" + random[:36]},
		{"https://hooks.slack.com/services/" + "T0A1B2C3D/B4E5F6G7H/" + random[:24], "a Slack webhook", "T0A1B2C3D/B4E5F6G7H/" + random[:24]},
		{"secret: '" + entra + "'", "a client secret of Microsoft Entra ID", entra},
		{"https://contoso.azurewebsites.net/api/run?x=1&amp;code=" + random[:56] + "==", "an Azure Functions key", random[:56] + "=="},
		{"https://prod-1.logic.azure.com/workflows/1/triggers/manual/paths/invoke?sv=1.0&sig=" + random[:43], "a shared access signature", random[:43]},
		{"https://contoso.example.com/box?sp=rw&sr=b&sig=" + random[:43], "a shared access signature", random[:43]},
		{"-----BEGIN " + "RSA PRIVATE KEY-----\nMIIE" + random[:60], "a private key", "MIIE" + random[:60]},
		{"Authorization: Basic bWVnYW46UGEkJHcwcmQ=", "a user name and password", "bWVnYW46UGEkJHcwcmQ="},
		{"'Bearer " + random[:40] + "'", "a bearer token", random[:40]},
		{"ftp://megan:Pa77word@files.contoso.com/x", "a password in an address", "Pa77word"},
		{"Endpoint=sb://contoso.example.com;SharedAccessKey=c2VjcmV0", "a shared access key", "c2VjcmV0"},
		{"Server=x;User=sa;Password=hunter42;", "a password", "hunter42"},
		{"AuthType=ClientSecret;Client Secret = x9;ClientSecret=abcd;Url=u", "a client secret", "abcd"},
		{"AccountName=contoso;AccountKey=" + random[:86] + "==;EndpointSuffix=core.windows.net", "an account key", random[:86] + "=="},
		{`{"client_secret": "` + random[:32] + `"}`, "a client secret", random[:32]},
		{`{\"apiKey\":\"` + random[:32] + `\"}`, "an API key", random[:32]},
		{"var password = 'Welcome!2024';", "a password", "Welcome!2024"},
		{"<Password>Winter2024</Password>", "a password", "Winter2024"},
		{`<add key="ApiKey" value="` + random[:24] + `" />`, "an API key", random[:24]},
		{`<setting name="ApiKey" serializeAs="String"><value>` + random[:24] + `</value></setting>`, "an API key", random[:24]},
		{"<setting name='Password'>\n  <Value>Welcome!2024</Value>", "a password", "Welcome!2024"},
		{`{"name": "Ocp-Apim-Subscription-Key", "value": "0f1e2d3c4b5a69788796a5b4c3d2e1f0"}`, "a subscription key", "0f1e2d3c4b5a69788796a5b4c3d2e1f0"},
		{"GET /x?api_key=" + random[:20] + "&y=2", "an API key", random[:20]},
		{`{"name": "AzureOpenAIKey", "value": "0f1e2d3c4b5a69788796a5b4c3d2e1f0"}`, "an OpenAI key", "0f1e2d3c4b5a69788796a5b4c3d2e1f0"},
	} {
		found := Find(c.text)
		if len(found) != 1 || found[0].Kind != c.kind || c.text[found[0].Start:found[0].End] != c.secret {
			t.Errorf("in %q found %+v, want %s %q", c.text, found, c.kind, c.secret)
		}
	}
}

func TestFindNothing(t *testing.T) {
	for _, text := range []string{
		"",
		"key",
		"password",
		"password = ",
		`"password": "string"`,
		`"clientSecret": "<your client secret>"`,
		`"clientSecret": "@parameters('secret')"`,
		`"clientSecret": "@{variables('s')}0123456789abcdef"`,
		`"secretName": "` + random[:32] + `"`,
		`"apiKey": "contoso_ServiceApiKey2"`,
		`"access_token": "00000000-0000-0000-0000-000000000000"`,
		"password == 'Welcome!2024'",
		"password: getPassword(1)",
		"Server=x;Password={0};User=sa",
		"Server=x;Password=" + `" + password + "` + ";User=sa",
		"Server=x;Password=******;User=sa",
		"Server=x;SharedAccessKeyName=RootManageSharedAccessKey",
		"AccountName=devstoreaccount1;AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;",
		"AKIA" + "IOSFODNN7EXAMPLE",
		"ghp_" + strings.Repeat("x", 36),
		"-----BEGIN " + "PRIVATE KEY-----",
		"the Basic authentication scheme",
		"Bearer authenticationTokenOfTheUserThatIsSignedIn",
		"https://user:password@contoso.com/",
		"https://learn.microsoft.com/azure?view=a:b@c.d",
		"/api/users/{id}?token=",
		"https://contoso.example.com/a.js?sv=2018-03-28&amp;sr=b&amp;sig=" + random[:43] + "%3D&amp;se=2023-09-14T",
		`"https://contoso.example.com/a.js?sv=2022-11-02&sr=b&sp=r&sig=` + random[:43] + `%3D\"`,
		"SECRET_DO_NOT_PASS_THIS_OR_YOU_WILL_BE_FIRED",
		"var ReactPropTypesSecret = 'SECRET_DO_NOT_PASS_THIS_OR_YOU_WILL_BE_FIRED'",
		`label for="txtPassword1">Password</label>`,
		`<input type="password" id="password12">`,
		`<label name="password"><b>Welcome!2024</b></label>`,
		`<setting name="Password"/><value>Welcome!2024</value`,
		`{"key": "` + random[:32] + `"}`,
	} {
		for _, f := range Find(text) {
			t.Errorf("in %q found %s %q", text, f.Kind, text[f.Start:f.End])
		}
	}
}

func TestInValue(t *testing.T) {
	for _, c := range []struct{ name, value, kind string }{
		{"contoso_ClientSecret", random[:40], "a client secret"},
		{"SMTP password", "Winter2024", "a password"},
		{"Setting", "Server=x;Password=hunter42;", "a password"},
		{"Api-Key", "0f1e2d3c4b5a69788796a5b4c3d2e1f0", "an API key"},
		{"ApiKeyName", random[:40], ""},
		{"contoso_Secret", "https://vault.contoso.com/secrets/x/0f1e2d3c4b5a69788796", ""},
		{"Password", "Enter it here", ""},
		{"Password", "contoso_password", ""},
		{"Change Password", "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0", ""},
		{"password_2665311", "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0.png", ""},
		{"Id", "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0", ""},
	} {
		kind := ""
		if found := InValue(c.name, c.value); len(found) == 1 {
			kind = found[0].Kind
		}
		if kind != c.kind {
			t.Errorf("%s = %q is %q, want %q", c.name, c.value, kind, c.kind)
		}
	}
}

// TestOverlap takes the secret that tells itself before the one that its name
// tells.
func TestOverlap(t *testing.T) {
	text := `accessToken: "ghp_` + random[:36] + `", password: "Winter2024"`
	found := Find(text)
	if len(found) != 2 || found[0].Kind != "a GitHub token" || found[1].Kind != "a password" {
		t.Errorf("found %+v", found)
	}
}

// TestTable checks what the code takes for granted of the tables.
func TestTable(t *testing.T) {
	for _, p := range patterns() {
		if len(p.anchor) < 3 || p.anchor != strings.ToLower(p.anchor) || p.form().NumSubexp() != 1 {
			t.Errorf("%s: anchor %q, pattern %s", p.kind, p.anchor, p.form())
		}
		switch p.check {
		case "word", "random", "signature", "basic", "value", "none":
		default:
			t.Errorf("%s: there is no check %q", p.kind, p.check)
		}
	}
	for f := range rows(patternsTSV) {
		if len(f) != 6 || f[5] == "" || strings.TrimLeft(f[2], "0123456789") != "" {
			t.Errorf("the line %q has other columns than patterns have", f)
		}
	}
	for _, w := range words() {
		holds := false
		for _, stem := range stems() {
			holds = holds || strings.Contains(w.ending, stem)
		}
		if !holds && w.ending != "passwort" {
			t.Errorf("no stem leads to the name %q", w.ending)
		}
	}
	if n := len(anchors().buckets); n > 255 {
		t.Errorf("there are %d buckets", n)
	}
}
