#!/bin/sh
# The inverse of install-modules.sh. The server must be stopped, and its configuration must not name the modules any more.
# Needs JBOSS_HOME, and PIZZA_MODULES if they are in another folder.
set -eu
modules=${PIZZA_MODULES:-$JBOSS_HOME/modules}
rm -rf "$modules/org/postgresql/jdbc/main" "$modules/org/eclipse/persistence/main"
# Also removes the folders above, unless something else is in them.
(cd "$modules" && rmdir -p org/postgresql/jdbc org/eclipse/persistence 2>/dev/null) || true
