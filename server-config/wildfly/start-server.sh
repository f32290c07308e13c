#!/bin/sh
# Starts the server that create-server.sh made, and runs until the server ends. SIGTERM stops the server when requests and
# deliveries in progress are done, after ten seconds at most. Needs JBOSS_HOME, PIZZA_SERVER, and what pizza.env.example lists.
# If JBOSS_PIDFILE is set, the server's process id is written there. Arguments go to the server: -Djboss.management.http.port=9991
set -eu
export JBOSS_MODULEPATH="$PIZZA_SERVER/modules:$JBOSS_HOME/modules"
export JBOSS_JAVA_SIZING="-Xms64m -Xmx${PIZZA_HEAP:-768m}"
export LAUNCH_JBOSS_IN_BACKGROUND=true
exec sh "$JBOSS_HOME/bin/standalone.sh" "-Djboss.server.base.dir=$PIZZA_SERVER" \
  -Dorg.wildfly.sigterm.suspend.timeout=10 "$@"
