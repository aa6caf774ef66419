#!/usr/bin/env bash
# Installs what the tests need where it can, then checks types, style and every test. The README's test command.
set -euo pipefail
cd "$(dirname "$0")/.."

say() { printf '\n== %s\n' "$*"; }

missing() {
  local names=()
  PATH="$PATH:/usr/sbin:/usr/local/sbin"
  command -v dovecot >/dev/null || names+=(dovecot-core dovecot-imapd dovecot-lmtpd)
  [ -e /usr/lib/dovecot/lmtp ] || names+=(dovecot-core dovecot-imapd dovecot-lmtpd)
  command -v redis-server >/dev/null || names+=(redis-server)
  command -v clamd >/dev/null || names+=(clamav-daemon)
  command -v openssl >/dev/null || names+=(openssl)
  printf '%s\n' "${names[@]:-}" | sort -u | xargs
}

need=$(missing)
if [ -n "$need" ]; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    say "installing $need"
    apt-get update -qq
    # The packages start their services by themselves; the tests start their own.
    # shellcheck disable=SC2086
    DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 apt-get install -y -qq --no-install-recommends $need >/dev/null
  else
    echo "The tests need servers that are not installed: $need." >&2
    echo "On Debian or Ubuntu: sudo apt-get install $need. Elsewhere install Dovecot 2.3, Redis 6.2 or newer and ClamAV." >&2
    exit 1
  fi
fi

if [ ! -d node_modules ] || [ package-lock.json -nt node_modules/.package-lock.json ]; then
  say 'npm ci'
  npm ci --no-audit --no-fund
fi

say 'types'
npx --no-install tsc -p tsconfig.json --noEmit
say 'lint and format'
npx --no-install biome check
say 'tests'
npx --no-install vitest run --config test/vitest.config.ts
