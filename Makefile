# Everything about Plaza that is one command. `make` alone lists them.
#
# Settings, given on the command line (`make serve PORT=9000`):
#   SITE=site   the site folder that is served        PORT=8080   the port of the loopback it is served on

SHELL := /bin/bash
.DEFAULT_GOAL := help

SITE ?= site
PORT ?= 8080

# What SwiftPM compiles against. "command:package" is content with the command from any source.
BUILD_PACKAGES := libbrotli-dev libcmark-dev libdeflate-dev libicu-dev libqrencode-dev libsqlite3-dev libzip-dev zlib1g-dev g++:g++ pkg-config:pkg-config tzdata
# What the outside tests look with.
TEST_PACKAGES := chromium fonts-noto-core vipsthumbnail:libvips-tools imagemagick python3-venv cc:gcc java:default-jre-headless brotli

# With Swift's own libraries in the program: it runs where Swift is not installed, and calls of them are direct ones.
RELEASE := swift build -c release --static-swift-stdlib

VENV := .build-venv
# Two files of tests at a time: most of their time is waiting for servers and browsers.
PYTEST := $(VENV)/bin/python -m pytest -n 2 --dist loadfile
TEST_TOOLS := $(VENV)/installed-requirements.txt
PLAZA_DEBUG := $(CURDIR)/.build/debug/plaza

.PHONY: help serve build gallery goldens bench bench-browsing bench-facets bench-templates test test-long test-swift test-end-to-end test-browser lint clean build-packages lint-packages \
	test-packages debug-build

help: ## list the commands
	@sed -nE 's/^([a-z-]+):.*## (.*)/  make \1\t\2/p' Makefile | expand -t 26

serve: build ## build everything and serve the sample site on http://127.0.0.1:8080
	@echo "== serving $(SITE)/ (Ctrl-C ends it)"
	@.build/release/plaza serve $(SITE) --port $(PORT)

build: build-packages ## build .build/release/plaza
	@echo "== building .build/release/plaza (minutes the first time)"
	@$(RELEASE) --product plaza

test: test-swift test-end-to-end test-browser ## run every test

test-long: export PLAZA_LONG := 1
test-long: test ## the same, with ten times and more of everything random (an hour)

test-swift: debug-build ## run the tests of the Swift modules
	@echo "== testing the Swift modules"
	@swift test --skip-build --disable-xctest --parallel

test-end-to-end: debug-build $(TEST_TOOLS) ## run the tests of the program from outside
	@echo "== testing the program: files in, pages and answers out"
	@PLAZA=$(PLAZA_DEBUG) $(PYTEST) Tests/EndToEnd

test-browser: debug-build $(TEST_TOOLS) ## run the tests of the pages in Chromium
	@echo "== testing the pages in Chromium"
	@PLAZA=$(PLAZA_DEBUG) $(PYTEST) Tests/Browser

# One debug build serves the Swift tests and, as a program, the outside ones.
debug-build: build-packages
	@echo "== building the program and its tests, for debugging (minutes the first time)"
	@swift build --build-tests

bench: build lint-packages ## measure check, import and build of 100,000 creators
	@echo "== measuring (some minutes)"
	@python3 Benchmarks/catalogue.py
	@python3 Benchmarks/incremental.py --runs 1
	@python3 Benchmarks/watching.py
	@$(MAKE) -s bench-templates

gallery: debug-build $(TEST_TOOLS) ## take the pictures of docs/gallery.md again
	@bash Scripts/install_packages.sh fonts-noto-color-emoji
	@PLAZA=$(PLAZA_DEBUG) $(VENV)/bin/python -m pytest -q Tests/Browser/gallery.py

goldens: debug-build $(TEST_TOOLS) ## take where the parts of pages stand now as right
	@PLAZA=$(PLAZA_DEBUG) PLAZA_RENEW_GOLDENS=1 $(VENV)/bin/python -m pytest -q Tests/Browser/test_layout.py > /dev/null || true
	@git diff --stat Tests/Browser/goldens

bench-browsing: build $(TEST_TOOLS) ## measure a list on a slow phone: PUBLIC=folder of a built site
	@test -n "$(PUBLIC)" || { echo "name the folder that a build made: make bench-browsing PUBLIC=FOLDER"; exit 64; }
	@bash Scripts/install_packages.sh nginx:nginx-light
	@$(VENV)/bin/python Benchmarks/browsing.py $(PUBLIC)

bench-facets: build lint-packages $(TEST_TOOLS) ## measure queries: PEERS=folder of the peers' side
	@test -n "$(PEERS)" || { echo "name the folder of the peers' side: make bench-facets PEERS=FOLDER"; exit 64; }
	@bash Scripts/install_packages.sh wrk
	@$(RELEASE) --product FacetBench
	@python3 Benchmarks/facets.py --peers $(PEERS)

bench-templates: build lint-packages ## measure templates beside another Mustache engine
	@bash Scripts/install_packages.sh g++:g++ libkainjow-mustache-dev nlohmann-json3-dev
	@$(RELEASE) --product TemplateBench
	@python3 Benchmarks/templates.py

lint: lint-packages ## check form, imports and forbidden words
	@echo "== checking the form of the Swift code"
	@swift format lint --strict -r Sources Tests Package.swift
	@echo "== checking imports against ARCHITECTURE.md"
	@python3 Scripts/check_imports.py
	@echo "== checking for forbidden words"
	@python3 Scripts/check_words.py

clean: ## remove everything that was built
	@echo "== removing what was built"
	@rm -rf .build .build-venv .build-shots site/public site/private

build-packages:
	@bash Scripts/install_packages.sh $(BUILD_PACKAGES)

lint-packages:
	@bash Scripts/install_packages.sh python3:python3

test-packages:
	@bash Scripts/install_packages.sh $(TEST_PACKAGES)

$(TEST_TOOLS): Tests/requirements.txt | test-packages
	@echo "== installing the test tools of Tests/requirements.txt into $(VENV)/"
	@python3 -m venv $(VENV)
	@$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check -r Tests/requirements.txt
	@cp Tests/requirements.txt $@
