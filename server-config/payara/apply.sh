#!/bin/sh
# Runs a file of asadmin commands against the started domain. Skips commands that would create what exists already, or
# delete what does not exist, so it may run twice. Fails if a command fails.
set -eu
here=$(dirname "$0")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
printf '%s\n' list-network-listeners list-jdbc-connection-pools list-jdbc-resources list-javamail-resources \
  list-resource-adapter-configs list-connector-connection-pools list-connector-resources list-log-levels \
  list-applications >"$work/lists"
sh "$here/asadmin.sh" multimode --file "$work/lists" >"$work/there"
awk 'NR == FNR { there[$1]; next }
  /^create-/ && $NF in there { next }
  /^(delete-|undeploy)/ && !($NF in there) { next }
  { print }' "$work/there" "$1" >"$work/commands"
# multimode continues after a command that fails, and returns the outcome of the last one.
outcome=0
sh "$here/asadmin.sh" multimode --file "$work/commands" >"$work/output" || outcome=$?
cat "$work/output"
if grep -q '^Command .* failed\.$' "$work/output"; then outcome=1; fi
exit "$outcome"
