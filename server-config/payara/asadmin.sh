#!/bin/sh
# Runs asadmin against the started domain; the other scripts use it. Needs PAYARA_HOME. Also reads PIZZA_ADMIN_PORT,
# PIZZA_ADMIN_USER and PIZZA_ADMIN_PASSWORD, which stays off the command line.
set -eu
secret=$(mktemp)
trap 'rm -f "$secret"' EXIT
trap 'exit 1' HUP INT TERM
printf 'AS_ADMIN_PASSWORD=%s\n' "${PIZZA_ADMIN_PASSWORD:-}" >"$secret"
# A deployment may wait ten minutes for its database. By default asadmin stops waiting at exactly that time.
export AS_ADMIN_READTIMEOUT="${AS_ADMIN_READTIMEOUT:-1800000}" TERM="${TERM:-dumb}"
sh "$PAYARA_HOME/bin/asadmin" --user "${PIZZA_ADMIN_USER:-admin}" --passwordfile "$secret" \
  --port "${PIZZA_ADMIN_PORT:-4848}" "$@"
