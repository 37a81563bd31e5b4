# What one does with this repository. Tools are pinned here and nowhere else, and
# live in .bin, which git ignores.

GOLANGCI_LINT_VERSION := v2.15.0
GOVULNCHECK_VERSION   := v1.9.0
GORELEASER_VERSION    := v2.15.1
AXE_VERSION           := 4.14.1

BIN       := $(CURDIR)/.bin
GORELEASER ?= go run github.com/goreleaser/goreleaser/v2@$(GORELEASER_VERSION)
AXE       := $(BIN)/axe-$(AXE_VERSION)/node_modules/axe-core/axe.min.js
LINTER    ?= $(BIN)/golangci-lint-$(GOLANGCI_LINT_VERSION)
FUZZTIME  ?= 10s
PLATFORMS := linux/amd64 linux/arm64 windows/amd64 windows/arm64 darwin/amd64 darwin/arm64

# The checker needs no C, so that one file runs everywhere.
export CGO_ENABLED ?= 0

.PHONY: check test race lint fmt generate stale vuln fuzz bench build cross browser action formats completions release release-check clean

check: lint test stale ## everything that a commit must pass

test:
	go test ./...

race: ## the race detector is the one thing that needs a C compiler
	CGO_ENABLED=1 go test -race ./...

lint: $(LINTER)
	go vet ./...
	$(LINTER) run ./...

fmt: $(LINTER) ## gofumpt and the order of imports, as .golangci.yml has them
	$(LINTER) fmt ./...

generate: ## rule pages, rule table, manual page
	go generate ./...

stale: generate ## fails where a generated file is not as its source makes it
	git diff --exit-code

vuln:
	go run golang.org/x/vuln/cmd/govulncheck@$(GOVULNCHECK_VERSION) ./...

fuzz: ## each fuzz test for FUZZTIME, a time or a count like 20000x; making large inputs smaller takes all of it otherwise
	@grep -rn --include='*_test.go' '^func Fuzz' . \
	| sed -E 's,^\./(.*)/[^/]+:[0-9]+:func (Fuzz[A-Za-z0-9_]*).*,\1 \2,' | sort \
	| while read -r folder name; do \
		echo "$$folder $$name"; \
		go test "./$$folder" -run '^$$' -fuzz "^$$name\$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 10x || exit 1; \
	done

bench:
	go test -run '^$$' -bench . -benchmem ./...

build:
	go build -trimpath -o .bin/solcheck ./cmd/solcheck

cross: ## builds for every platform that solcheck is for
	@for platform in $(PLATFORMS); do \
		echo "$$platform"; \
		GOOS=$${platform%/*} GOARCH=$${platform#*/} CGO_ENABLED=0 go build -trimpath -o /dev/null ./cmd/solcheck || exit 1; \
	done

browser: $(AXE) ## the HTML report in a real browser; needs Chromium, and npm for axe-core
	cd internal/report/browser && go vet ./... && AXE=$(AXE) go test ./...

action: ## the steps of the GitHub action, as plain shell
	.github/action/test.sh

formats: build ## reports by readers that are not ours; needs xmllint
	.bin/solcheck check --quiet --fail-on none --ruleset all --format junit=.bin/junit.xml testdata/every-rule
	xmllint --noout --schema internal/report/testdata/junit.xsd .bin/junit.xml internal/report/testdata/*.xml

completions: build
	mkdir -p .bin/completions
	for shell in bash zsh fish powershell; do .bin/solcheck completion $$shell >.bin/completions/solcheck.$$shell || exit 1; done

release-check: ## the configuration of releases, by GoReleaser's own check
	$(GORELEASER) check

release:
	$(GORELEASER) release --clean

clean:
	rm -rf .bin

$(BIN)/golangci-lint-$(GOLANGCI_LINT_VERSION):
	GOBIN=$(BIN) CGO_ENABLED=0 go install github.com/golangci/golangci-lint/v2/cmd/golangci-lint@$(GOLANGCI_LINT_VERSION)
	mv $(BIN)/golangci-lint $@

$(AXE):
	mkdir -p $(BIN)/axe-$(AXE_VERSION)
	cd $(BIN)/axe-$(AXE_VERSION) && npm install --no-save --no-package-lock --no-audit --no-fund --ignore-scripts axe-core@$(AXE_VERSION)
