#!/bin/sh
# The inverse of install-modules.sh, for a stopped server whose configuration names the modules no more.
# Needs JBOSS_HOME, and PIZZA_MODULES if they were put elsewhere.
set -eu
modules=${PIZZA_MODULES:-$JBOSS_HOME/modules}
rm -rf "$modules/org/postgresql/jdbc/main" "$modules/org/eclipse/persistence/main"
