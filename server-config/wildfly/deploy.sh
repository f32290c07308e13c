#!/bin/sh
# Deploys the EAR into the started server, or redeploys it: deploy.sh pizza-orders.ear. Requests and deliveries under way
# come to their end first, within five seconds, and new ones are answered with 503 until the new version is there; what is
# not finished by then falls due again in it. The inverse is undeploy.sh.
# Needs JBOSS_HOME, and PIZZA_ADMIN_PORT if it is not 9990.
set -eu
# A busy server may not answer within the five seconds that the CLI would wait.
exec sh "$JBOSS_HOME/bin/jboss-cli.sh" --connect --timeout=60000 --controller="127.0.0.1:${PIZZA_ADMIN_PORT:-9990}" \
  --commands=":suspend(suspend-timeout=5),try,deploy --force \"$1\" --name=pizza-orders.ear,finally,:resume,end-try"
