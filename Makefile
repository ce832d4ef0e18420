# The commands that developers and CI use. "make test" needs only Go.

GO ?= go
CORPUS ?=
VERSIONS ?=
# How many configurations "make oracle" puts before each release of Kafka's clients, and
# the seed that chooses them.
ORACLE_N ?= 20000
ORACLE_SEED ?= 1
OPA := $(GO) tool -modfile=tools/opa/go.mod opa
REGAL := $(GO) tool -modfile=tools/regal/go.mod regal
# conftest of the version that "make bench" compares with.
CONFTEST_VERSION := v0.71.1

.DEFAULT_GOAL := help
.PHONY: help build test check lint generate catalog catalog-check drift rego integrations bench corpus oracle oracle-readers oracle-kafka oracle-librdkafka oracle-flink oracle-ci lab fuzz

help: ## Show this help
	@awk 'BEGIN {FS = ":.*## "} /^[a-z-]+:.*## / {printf "  %-18s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

build: ## Build ./kcfglint
	$(GO) build -trimpath -o kcfglint ./cmd/kcfglint

test: ## Run all tests with the race detector
	$(GO) test -race ./...

check: lint rego drift integrations ## All that CI checks besides the tests

lint: ## gofmt, go vet and staticcheck, in all modules
	@files=$$(gofmt -l $$(git ls-files '*.go')); if [ -n "$$files" ]; then echo "not formatted:"; echo "$$files"; exit 1; fi
	$(GO) vet ./...
	@for d in $$(git ls-files 'tools/*.go' | xargs -n1 dirname | sort -u); do echo "vet $$d"; $(GO) -C $$d vet . || exit 1; done
	$(GO) tool -modfile=tools/staticcheck/go.mod staticcheck ./...

rego: ## Check, test and format the rules with a stock OPA, against the schemas of their input, and lint them with Regal
	$(GO) -C tools/schemas test .
	$(GO) -C tools/schemas run . -check ../../rules
	$(OPA) check --strict -b rules --schema rules/schemas
	$(OPA) test -b rules
	@files=$$($(OPA) fmt -l rules); if [ -n "$$files" ]; then echo "not formatted:"; echo "$$files"; exit 1; fi
	$(REGAL) lint rules

generate: ## Make all generated files: catalog, rule index, schemas, rule pages
	$(GO) -C tools/catalog run . -facts facts -out ../../internal/catalog/data
	$(GO) -C tools/rules run . -rules ../../rules
	$(GO) -C tools/schemas run . -out ../../rules/schemas
	$(GO) -C tools/docs run . -out ../../docs/rules

catalog: ## Read the facts of the catalog from the jars on Maven Central (needs a JDK and Maven)
	$(GO) -C tools/catalog run ./harvest -facts facts/generated

catalog-check: ## Compare the facts with the jars, all of them or some: make catalog-check VERSIONS=oldest,newest
	$(GO) -C tools/catalog test ./...
	$(GO) -C tools/catalog run ./harvest -facts facts/generated -check -versions "$(VERSIONS)"
	$(GO) -C tools/catalog run ./librdkafka -facts facts

drift: generate ## Fail if a generated file is not what "make generate" makes
	@if [ -n "$$(git status --porcelain -- internal/catalog/data rules/index.go rules/schemas docs/rules)" ]; then \
		git status --short -- internal/catalog/data rules/index.go rules/schemas docs/rules; echo "run make generate and commit"; exit 1; fi

integrations: ## Run the pre-commit hooks with the real pre-commit
	tools/precommit/check.sh

oracle: oracle-readers oracle-kafka oracle-librdkafka oracle-flink ## Compare with the real software (needs a JDK, Maven and a C compiler)

oracle-readers: ## The readers of files with the real ones
	$(GO) -C tools/oracle/properties run . -file ../../../internal/parse/syntax/testdata/properties.jsonl
	$(GO) -C tools/oracle/hocon run . -file ../../../internal/parse/syntax/testdata/hocon.jsonl
	$(GO) -C tools/oracle/flinkconf run .
	$(GO) -C tools/oracle/flinkconf run . -n 5000 -seed $(ORACLE_SEED) $(if $(CORPUS),-corpus $(abspath $(CORPUS)))
	$(GO) -C tools/oracle/flinksql run . -n 5000 -seed $(ORACLE_SEED) $(if $(CORPUS),-corpus $(abspath $(CORPUS)))
	$(GO) -C tools/oracle/flinksql run . -n 5000 -seed $(ORACLE_SEED) -version 2.3.0
	for v in 1.20.1 2.3.0; do $(GO) -C tools/oracle/flinkplan run . -n 5000 -seed $(ORACLE_SEED) -version $$v -file ../../../internal/sqlplan/testdata/plans.jsonl $(if $(CORPUS),-corpus $(abspath $(CORPUS))) || exit 1; done
	$(GO) -C tools/oracle/spring run .

oracle-kafka: build ## What will not start with Kafka's clients
	$(GO) -C tools/oracle/kafka run . -kcfglint $(CURDIR)/kcfglint -n $(ORACLE_N) -seed $(ORACLE_SEED) $(if $(CORPUS),-corpus $(abspath $(CORPUS)))

oracle-librdkafka: build ## What will not start with librdkafka
	$(GO) -C tools/oracle/librdkafka run . -kcfglint $(CURDIR)/kcfglint -seed $(ORACLE_SEED)

oracle-flink: build ## What will not start with Flink
	$(GO) -C tools/oracle/flink run . -kcfglint $(CURDIR)/kcfglint -seed $(ORACLE_SEED)

oracle-ci: build ## What CI asks of the oracles
	$(GO) -C tools/oracle/compare test .
	$(GO) -C tools/oracle/kafka run . -kcfglint $(CURDIR)/kcfglint -n 2000 -seed $(ORACLE_SEED) -versions 3.9.2,4.4.0

lab: build ## Put the rules before real brokers and write docs/evidence.md (needs a JDK and Maven)
	$(GO) -C tools/lab test .
	$(GO) -C tools/lab run . -kcfglint $(CURDIR)/kcfglint -out ../../docs/evidence.md

bench: ## Go benchmarks, and the same work in conftest
	$(GO) test -run '^$$' -bench . -benchmem ./...
	$(GO) -C tools/bench run . -root $(CURDIR) -conftest $(CONFTEST_VERSION)

corpus: build ## Measure on a collection of real files: make corpus CORPUS=folder
	@if [ -z "$(CORPUS)" ]; then echo "make corpus CORPUS=folder"; exit 2; fi
	$(GO) -C tools/corpus run . -corpus $(abspath $(CORPUS)) -kcfglint $(CURDIR)/kcfglint -v

fuzz: ## Fuzz every grammar for 30 s each
	@for p in $$(grep -rl '^func Fuzz' --include='*_test.go' internal); do \
		for f in $$(sed -n 's/^func \(Fuzz[A-Za-z]*\).*/\1/p' $$p); do \
			$(GO) test -run '^$$' -fuzz "^$$f$$" -fuzztime 30s ./$$(dirname $$p) || exit 1; done; done
