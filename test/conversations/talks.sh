#!/usr/bin/env bash
# The talks: compares what the desk does with what is written; `--rewrite` writes it down anew.
set -euo pipefail
[ "${1:-}" = --rewrite ] && export REWRITE=1
exec npx vitest run --config test/vitest.config.ts --project unit test/conversations/talk
