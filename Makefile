# What one does with this repository. Tools are pinned here and nowhere else, and
# live in .bin, which git ignores.

GOLANGCI_LINT_VERSION := v2.15.0
GOVULNCHECK_VERSION   := v1.9.0

BIN       := $(CURDIR)/.bin
LINTER    ?= $(BIN)/golangci-lint-$(GOLANGCI_LINT_VERSION)
FUZZTIME  ?= 10s
PLATFORMS := linux/amd64 linux/arm64 windows/amd64 windows/arm64 darwin/amd64 darwin/arm64

# The checker needs no C, so that one file runs everywhere.
export CGO_ENABLED ?= 0

.PHONY: check test race lint fmt generate stale vuln fuzz bench build cross clean

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

generate: ## rule pages, rule table
	go generate ./...

stale: generate ## fails where a generated file is not as its source makes it
	git diff --exit-code

vuln:
	go run golang.org/x/vuln/cmd/govulncheck@$(GOVULNCHECK_VERSION) ./...

fuzz: ## each fuzz test for FUZZTIME, a time or a count like 20000x
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

clean:
	rm -rf .bin

$(BIN)/golangci-lint-$(GOLANGCI_LINT_VERSION):
	GOBIN=$(BIN) CGO_ENABLED=0 go install github.com/golangci/golangci-lint/v2/cmd/golangci-lint@$(GOLANGCI_LINT_VERSION)
	mv $(BIN)/golangci-lint $@
