# One command runs everything: `make run` opens the explorer, `make test` is what continuous integration runs.
# Each target installs the Debian packages it needs (with sudo when not root) and is silent when they are there.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:

CATALOG ?= sample-catalog
PREFIX ?= $(HOME)/.local
OPENVINO := 2026.4.1
RUNTIME := $(or $(XDG_DATA_HOME),$(HOME)/.local/share)/assay/runtime
CONFIGURATION_RELEASE := --configuration release --product assay
STRICT := --explicit-target-dependency-import-check error
SOURCES := Package.swift Sources Tests

BUILD_PACKAGES := libncurses-dev libsixel-dev libturbojpeg0-dev libpng-dev libwebp-dev libsqlite3-dev libstemmer-dev \
  libcurl4-openssl-dev zlib1g-dev
TEST_PACKAGES := tmux openssl
CATALOGUE_PACKAGES := python3-venv libgl1 libegl1 fontconfig
ENCODER_PACKAGES := python3-torch python3-numpy python3-pil libopenblas0-pthread

# Installs the Debian packages named in $(1) that are missing.
define install
	@missing=""; \
	for package in $(1); do \
	  dpkg-query -W -f='$${Status}' "$$package" 2>/dev/null | grep -q '^install ok installed$$' || missing="$$missing $$package"; \
	done; \
	if [ -n "$$missing" ]; then \
	  command -v apt-get >/dev/null || { echo "assay needs these Debian packages:$$missing" >&2; exit 1; }; \
	  sudo=""; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	  echo "installing:$$missing"; \
	  $$sudo apt-get update -qq; \
	  $$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing >/dev/null; \
	fi
endef

.PHONY: run build install models test lint bench format clean catalogue encoder encoder-table bench-peers

run: build
	@.build/release/assay explore "$(CATALOG)"

build:
	$(call install,$(BUILD_PACKAGES))
	@swift build $(CONFIGURATION_RELEASE)

install: build
	@install -d "$(PREFIX)/bin" "$(PREFIX)/share/assay"
	@install -m 755 .build/release/assay "$(PREFIX)/bin/assay"
	@cp -R Assets/encoder Assets/stopwords sample-catalog "$(PREFIX)/share/assay/"
	@rm -rf "$(PREFIX)/share/assay/sample-catalog/.assay"
	@echo "installed $(PREFIX)/bin/assay and $(PREFIX)/share/assay"

# The optional runtime for models of one's own, in the project's own place.
models:
	$(call install,python3-pip)
	@python3 -m pip install --quiet --no-deps --upgrade --target "$(RUNTIME)" openvino==$(OPENVINO)
	@echo "installed OpenVINO $(OPENVINO) in $(RUNTIME)"

test: lint
	$(call install,$(BUILD_PACKAGES) $(TEST_PACKAGES))
	@swift build --build-tests $(STRICT)
	@swift test --disable-xctest --skip-build $(STRICT)

lint:
	@swift format lint --strict --recursive --parallel $(SOURCES)

bench: build
	@test -f "$(CATALOG)/.assay/index/manifest.json" || .build/release/assay index "$(CATALOG)"
	@.build/release/assay bench engine "$(CATALOG)"
	@.build/release/assay bench explore "$(CATALOG)"

format:
	@swift format --in-place --recursive --parallel $(SOURCES)

clean:
	@rm -rf .build

# Development tools that make what the repository ships; neither building nor testing needs them.

catalogue:
	$(call install,$(CATALOGUE_PACKAGES))
	@Assets/Tools/catalogue/build.sh sample-catalog

encoder:
	$(call install,$(ENCODER_PACKAGES) $(CATALOGUE_PACKAGES))
	@Assets/Tools/encoder/train.sh

bench-peers: build
	@Assets/Tools/bench/peers.sh "$(CURDIR)/.build/release/assay" "$(CATALOG)"

encoder-table: build
	@Assets/Tools/encoder/table.sh .build/release/assay
