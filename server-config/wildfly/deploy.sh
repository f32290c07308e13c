#!/bin/sh
# Deploys the EAR into the started server, or redeploys it: deploy.sh pizza-orders.ear. Requests and deliveries in progress
# have five seconds to end. New ones get 503 until the new version is there. Work that has not ended by then falls due
# again in the new version. The inverse is undeploy.sh.
# Needs JBOSS_HOME, and PIZZA_ADMIN_PORT if it is not 9990.
set -eu
# By default the CLI waits five seconds for an answer, which is too short for a busy server.
exec sh "$JBOSS_HOME/bin/jboss-cli.sh" --connect --timeout=60000 --controller="127.0.0.1:${PIZZA_ADMIN_PORT:-9990}" \
  --commands=":suspend(suspend-timeout=5),try,deploy --force \"$1\" --name=pizza-orders.ear,finally,:resume,end-try"
