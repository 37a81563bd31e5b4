package secret

import (
	"strings"
	"testing"
	"time"
)

func FuzzFind(f *testing.F) {
	f.Add(`{"client_secret": "` + random[:32] + `", "x": "Basic bWVnYW46UGEkJHcwcmQ="}`)
	f.Add("Server=x;User=sa;Password=hunter42;")
	f.Add(`<add key="ApiKey" value=&quot;` + random[:24] + "&quot; />")
	f.Add("https://a.azurewebsites.net/api?code=" + random[:50] + "&sig=" + random[:43])
	f.Add(`"password`)
	f.Add("pwd=\\\\\\")
	f.Add("key\">")
	f.Fuzz(func(t *testing.T, text string) {
		end := 0
		for _, s := range Find(text) {
			checkPlace(t, s, end, text)
			end = s.End
		}
		for _, s := range InValue("password", text) {
			checkPlace(t, s, 0, text)
		}
	})
}

func checkPlace(t *testing.T, s Secret, from int, text string) {
	t.Helper()
	if s.Start < from || s.End > len(text) || s.Start >= s.End || s.Kind == "" {
		t.Fatalf("found %+v after %d in a text of %d", s, from, len(text))
	}
}

// TestTime gives texts that are made to cost time: what any of them costs is in
// proportion to its length.
func TestTime(t *testing.T) {
	for _, part := range []string{
		"-eyJ", "eyJa.", "basic ", "bearer a1", "://a:", "password", "password=", `"password":"`, "secret=a;", "key", `key","value":`, "<rsakeyvalue>",
		".azurewebsites.net", "-----begin ", "?sig=", "akia", "pwd\\", "token'", "AKIAAAAAAAAAAAAAAAAA ", "Password=hunter42;",
	} {
		text := strings.Repeat(part, 1<<20/len(part))
		start := time.Now()
		Find(text)
		if took := time.Since(start); took > 10*time.Second {
			t.Errorf("%q over and over: %v for 1 MB", part, took)
		}
	}
}

func BenchmarkFind(b *testing.B) {
	for name, text := range map[string]string{
		"script": "function onLoad(context) { var form = context.getFormContext(); form.getAttribute('contoso_key').setValue(null); // tokens, basics\n}\n",
		"xml":    `<attribute PhysicalName="contoso_Total"><Type>decimal</Type><Name>contoso_total</Name><IsSecured>0</IsSecured></attribute>` + "\n",
		"json":   `{"type": "OpenApiConnection", "inputs": {"host": {"apiId": "/providers/Microsoft.PowerApps/apis/shared_x", "connectionName": "shared_x"}, "authentication": "@parameters('$authentication')"}}` + "\n",
		"names":  `"password": "string", "client_secret": "", "apiKey": "@parameters('k')", `,
	} {
		b.Run(name, func(b *testing.B) {
			text := strings.Repeat(text, 1<<20/len(text))
			Find(text) // builds the tables
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				Find(text)
			}
		})
	}
}
