#!/bin/sh
# The inverse of install-modules.sh, for a stopped server whose configuration names the modules no more.
# Needs JBOSS_HOME, and PIZZA_MODULES if they were put elsewhere.
set -eu
modules=${PIZZA_MODULES:-$JBOSS_HOME/modules}
rm -rf "$modules/org/postgresql/jdbc/main" "$modules/org/eclipse/persistence/main"
# And the folders that led there, unless something else is in them.
(cd "$modules" && rmdir -p org/postgresql/jdbc org/eclipse/persistence 2>/dev/null) || true
