#!/bin/sh
# The inverse of install-modules.sh and install.cli. The server must be stopped. Data, topics and logs stay.
# Needs JBOSS_HOME, and PIZZA_MODULES if the modules are in another folder.
set -eu
here=$(cd "$(dirname "$0")" && pwd)

commands=$(mktemp)
trap 'rm -f "$commands"' EXIT
{
  echo "embed-server --std-out=discard"
  cat "$here/uninstall.cli"
  echo "stop-embedded-server"
} >"$commands"
JBOSS_MODULEPATH=${PIZZA_MODULES:-$JBOSS_HOME/modules}:$JBOSS_HOME/modules \
  sh "$JBOSS_HOME/bin/jboss-cli.sh" --file="$commands"
sh "$here/uninstall-modules.sh"
