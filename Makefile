# Sanad: `make demo` reads the bundled reports, `make test` runs the tests. Both build what they need.

SWIFT ?= swift
# A folder with nothing but the archives of SQLite and zlib in it: the linker takes them from there, and the program needs
# no library.
STATIC = .build/static
RELEASE = $(SWIFT) build -c release --static-swift-stdlib -Xlinker -L$(STATIC) --product sanad
SANAD = .build/release/sanad

.PHONY: help demo test bench build lint format clean tools

help:
	@echo "make demo    read the sample reports and show what was found"
	@echo "make test    run the tests and the style check"
	@echo "make bench   time the program on the sample reports"
	@echo "make build   build $(SANAD), one file that can be copied anywhere"
	@echo "make format  lay out the sources as the repository's configuration says"

tools:
	@scripts/check-tools.sh "$(SWIFT)"

build: tools
	@mkdir -p $(STATIC) && ln -sf "$$(cc -print-file-name=libsqlite3.a)" "$$(cc -print-file-name=libz.a)" $(STATIC)/
	$(RELEASE)

demo: build
	@scripts/demo.sh $(SANAD)

bench: build
	@bench/program.py $(SANAD)

test: tools lint
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build
	@if command -v python3 >/dev/null; then \
	  scripts/test-exports.py .build/debug/sanad && scripts/kill-ingest.py .build/debug/sanad --times 5 --reports 300; \
	else echo "not tested: exports and killing, for want of python3"; fi

lint: tools
	$(SWIFT) format lint --strict --recursive --configuration .swift-format Package.swift Sources Tests

format:
	$(SWIFT) format --in-place --recursive --configuration .swift-format Package.swift Sources Tests

clean:
	rm -rf .build
