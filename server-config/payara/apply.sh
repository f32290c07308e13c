#!/bin/sh
# Runs a file of asadmin commands against the started domain, but for what is done already: nothing is created that is
# there, nothing deleted that is not. So it may run twice. Fails if a command does.
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
# multimode goes on after a command that fails, and ends as the last one does.
outcome=0
sh "$here/asadmin.sh" multimode --file "$work/commands" >"$work/told" || outcome=$?
cat "$work/told"
if grep -q '^Command .* failed\.$' "$work/told"; then outcome=1; fi
exit "$outcome"
