# What can I do here? `make help` lists it. PORT= and HOST= say where `make run` serves, PYTHON= which Python to use,
# BENCH= and LIGHTHOUSE= how to measure (BENCH=--help lists the options), MUTATE= which files to make mistakes in.

PYTHON ?= python3
# Many processes start here, and each would compile a thousand modules anew: twice the time to start.
unexport PYTHONDONTWRITEBYTECODE
RUN = $(PYTHON) -m cms.install
DEV = $(PYTHON) -m cms.install --dev

.DEFAULT_GOAL := help
.PHONY: help run stop test lint format messages qa-report search-report openapi e2e lighthouse screenshots bench \
	soak mutants

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: ## Serve the site with demo content on http://localhost:8000 until Ctrl-C
	@$(RUN) manage.py serve

stop: ## Stop the site and the embedded database, whatever state they are in
	@$(RUN) manage.py stop

test: ## Run the whole test suite
	@$(DEV) -m pytest -n auto --maxprocesses 4 --dist worksteal

lint: ## Check style, types, layers, templates, migrations and pins
	@$(DEV) -m cms.lint

format: ## Rewrite the Python files in the project's style
	@$(DEV) -m ruff format
	@$(DEV) -m ruff check --fix

messages: ## Bring the interface texts' catalogues up to date with the sources
	@$(DEV) manage.py update_catalogues

qa-report: ## Print how well the checks of translations do on the gold set
	@$(DEV) -m tests.localization.quality.report

search-report: ## Print how well search does on the judged queries of each language
	@$(DEV) -m tests.publishing.search.report

openapi: ## Write the OpenAPI document and the JSON Schemas from the code
	@$(RUN) manage.py write_openapi

e2e: ## Walk through the journeys of editors and readers in a real browser, and through nginx
	@$(DEV) -m cms.programs
	@$(DEV) -m pytest -m e2e tests/journeys

lighthouse: ## Ask Lighthouse about every kind of page, on a simulated phone
	@$(DEV) -m cms.programs
	@$(DEV) -m tests.journeys.ask_lighthouse $(LIGHTHOUSE)

screenshots: ## Take the pictures in docs/screenshots/ anew
	@$(DEV) -m cms.programs
	@$(DEV) -m tests.journeys.take_screenshots

bench: ## Measure requests per second against a bare application and stock Wagtail
	@$(DEV) -m tests.performance $(BENCH)

soak: ## Let many write and sync at once, and ask the API at random, for longer than the test suite does
	@$(DEV) -m pytest -m soak -s tests
	@ORACLE_SEQUENCES=100 $(DEV) -m pytest -q tests/publishing/oracle
	@CONTRACT_EXAMPLES=200 $(DEV) -m pytest -q tests/delivery/test_contract.py

mutants: ## Make small mistakes in the rules of freshness and see which no test notices
	@$(DEV) -m tests.mutation $(MUTATE)
