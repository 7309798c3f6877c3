# Allways: thin lines over one command line. `make help` tells what there is.

SOURCE ?= source_posts
OUTPUT ?= output
PORT ?= 8000
ALLWAYS = .venv/bin/python -m pipeline
# The Python to run with; where none is named, the newest that works.
PYTHON ?=
LOCK = .venv/bin/uv pip compile --quiet --upgrade --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-header --no-annotate
NODE_JUDGES = pipeline/judges

# Python keeps what it compiles, whatever the machine says: without, each process compiles the
# whole program anew, and a run has three.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help setup import publish serve check requests usb magazine test lint judges bench mutants kills fuzz why say screenshots audit easy-read voices voice natural cluster accept lock clean

help: ## show what can be made
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12
	@printf '\nFor those who work on the program itself:\n'
	@grep -E '^[a-z]+:.*#! ' $(MAKEFILE_LIST) | sed -E 's/:.*#! /\t/' | expand -t 12

setup: .venv/run.done ## get ready (the others do this themselves)

# The name goes by the environment, so that no sign in it means anything to make or the shell.
import: export ORIGIN := $(value FROM)
import: .venv/run.done ## turn an export, a page or a feed into posts: make import FROM=file-or-address [SOURCE=source_posts]
	@$(ALLWAYS) import --source "$(SOURCE)" $(ARGS) -- "$$ORIGIN"

publish: .venv/run.done ## make every format of every post: make publish [SOURCE=folder-of-posts] [OUTPUT=output]
	@$(ALLWAYS) publish "$(SOURCE)" --output "$(OUTPUT)" $(ARGS)

serve: .venv/run.done ## see it in a browser; rebuilds when you save a post
	@$(ALLWAYS) serve "$(SOURCE)" --output "$(OUTPUT)" --port "$(PORT)" $(ARGS)

check: .venv/dev.done ## judge what was made with every validator found here
	@$(ALLWAYS) check "$(OUTPUT)" $(ARGS)

requests: .venv/run.done ## list what readers asked for, and draft the replies
	@$(ALLWAYS) requests "$(SOURCE)" --output "$(OUTPUT)" $(ARGS)

# The folder goes by the environment, so that no sign in it means anything to make or the shell.
usb: export STICK := $(value TO)
usb: .venv/run.done ## narrations for a memory stick, with spoken contents: make usb [TO=folder]
	@$(ALLWAYS) usb "$(SOURCE)" --output "$(OUTPUT)" --to "$${STICK:-usb}" $(ARGS)

# The title goes by the environment, so that no sign in it means anything to make or the shell.
magazine: export ISSUE := $(value TITLE)
magazine: export POSTED := $(value POSTS)
magazine: export PRINTED := $(value TO)
magazine: .venv/run.done ## posts as one large print PDF: make magazine POSTS="one two" [TITLE=...] [TO=magazine.pdf]
	@set -f; $(ALLWAYS) magazine --source "$(SOURCE)" --title "$$ISSUE" --to "$${PRINTED:-magazine.pdf}" $(ARGS) -- $$POSTED

easy-read: .venv/run.done ## write the easy-read text of a post, or see what changed: make easy-read POST=its-name
	@$(ALLWAYS) easy-read draft --source "$(SOURCE)" -- "$(POST)"

why: .venv/run.done ## say why a post was built: make why POST=its-name
	@$(ALLWAYS) why "$(POST)" --output "$(OUTPUT)"

# The words go by the environment, so that no sign in them means anything to make or the shell.
say: export WORDS := $(value TEXT)
say: .venv/run.done ## hear some words: make say TEXT="Huda B Bishara"
	@$(ALLWAYS) say --source "$(SOURCE)" $(ARGS) -- "$$WORDS"

voices: .venv/run.done ## show the voices that are here, and how to get others
	@$(ALLWAYS) voices --source "$(SOURCE)"

voice: .venv/run.done ## fetch a natural voice: make voice NAME=kokoro-emma
	@$(ALLWAYS) voices get "$(NAME)" --source "$(SOURCE)"

natural: .venv/run.done ## get the natural voice, where it could not be fetched before
	@sh setup.sh natural

cluster: .venv/run.done ## get what --cluster needs, to speak on many machines: docs/scaling.md
	@sh setup.sh cluster

test: lint #! run every check of the program itself
	.venv/bin/python -m pytest -n 2 --dist loadgroup

lint: .venv/dev.done
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy

fuzz: .venv/dev.done #! read damaged files of every kind, for a minute: make fuzz [SECONDS=60]
	.venv/bin/python -m tests.fuzz $(or $(SECONDS),60)

accept: .venv/dev.done #! take today's output of the cases as golden, then read the diff
	.venv/bin/python -m pytest tests/test_cases.py --accept

judges: .venv/dev.done ## fetch the judges that come from npm (they need Node and Chromium)
	PUPPETEER_SKIP_DOWNLOAD=1 npm ci --prefix $(NODE_JUDGES) --ignore-scripts --no-audit --no-fund

screenshots: .venv/dev.done #! show the pages of the sample posts in docs/screenshots: look at them
	.venv/bin/python -m tests.screenshots "$(SOURCE)"

bench: .venv/dev.done #! hold speed and memory to their bounds: make bench [SOURCE=posts] [ONLY=start,edited] [POSTS=1000] [HOURS=10]
	@.venv/bin/python -m bench.run "$(SOURCE)" $(and $(ONLY),--only "$(ONLY)") \
		$(and $(POSTS),--posts "$(POSTS)") $(and $(HOURS),--hours "$(HOURS)")

kills: .venv/dev.done #! disturb runs at many moments, and compare what the next ones make: make kills [KILLS=200]
	.venv/bin/python -m tests.disturbed $(KILLS)

mutants: .venv/dev.done #! put small faults in, one by one, and count how many the tests refuse
	@.venv/bin/python -m tests.mutants $(ARGS)

lock: .venv/dev.done #! choose new versions, with their hashes
	$(LOCK) pyproject.toml --group build --output-file requirements.lock
	$(LOCK) --group natural --no-deps --output-file requirements-natural.lock
	$(LOCK) pyproject.toml --group build --extra cluster \
		--constraint requirements.lock --output-file requirements-cluster.lock
	$(LOCK) pyproject.toml --group build --extra judges --extra dev \
		--constraint requirements.lock --output-file requirements-dev.lock

# It is no part of the tests: it needs the internet, and may be told something new on any day.
audit: .venv/dev.done #! ask whether a vulnerability is known in any package of the lock files
	.venv/bin/uv tool run pip-audit@2.10.1 --strict --disable-pip --require-hashes \
		-r requirements.lock -r requirements-natural.lock

clean: ## remove what was made and what was set up
	rm -rf .venv say.mp3 $(addprefix output/,posts tags authors years listen reader cover.* robots.txt \
		*.html *.xml *.epub *.json *.js *.zip)

.venv/run.done: requirements.lock requirements-natural.lock pyproject.toml setup.sh
	@sh setup.sh run "$(PYTHON)"
	@sh setup.sh natural || true
	@touch $@

.venv/dev.done: .venv/run.done requirements-dev.lock
	@sh setup.sh dev
	@touch $@
