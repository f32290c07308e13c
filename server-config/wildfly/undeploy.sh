#!/bin/sh
# Undeploys the application. Data, topics and the server's resources stay. The inverse is deploy.sh.
# Needs JBOSS_HOME, and PIZZA_ADMIN_PORT if it is not 9990.
set -eu
# By default the CLI waits five seconds for an answer, which is too short for a busy server.
exec sh "$JBOSS_HOME/bin/jboss-cli.sh" --connect --timeout=60000 --controller="127.0.0.1:${PIZZA_ADMIN_PORT:-9990}" \
  --commands="if (outcome == success) of /deployment=pizza-orders.ear:read-resource,undeploy pizza-orders.ear,end-if"
