#!/bin/sh
# The inverse of install.sh: undeploys the application, removes from the started domain what was added, and sets all values
# back to what install.sh found. Also removes the driver, if PIZZA_JDBC_DRIVER names it. If install.sh saved no values, for
# instance because create-domain.sh made the domain, it sets the defaults of the distribution. Restart the domain
# afterwards.
set -eu
here=$(dirname "$0")
before=${PIZZA_BEFORE:-$here/before-${PIZZA_ADMIN_PORT:-4848}.asadmin}
commands=$(mktemp)
trap 'rm -f "$commands"' EXIT

sh "$here/apply.sh" "$here/undeploy.asadmin"
if [ -e "$before" ]; then
  cat "$before"
elif sh "$here/asadmin.sh" list-jdbc-connection-pools | grep -qx orders-pool; then
  grep '^set ' "$here/uninstall.asadmin"
fi >"$commands"
grep -v '^set ' "$here/uninstall.asadmin" >>"$commands"
sh "$here/apply.sh" "$commands"
rm -f "$before"

if [ -n "${PIZZA_JDBC_DRIVER:-}" ]; then
  driver=$(basename "$PIZZA_JDBC_DRIVER")
  if sh "$here/asadmin.sh" list-libraries | grep -qxF "$driver"; then
    sh "$here/asadmin.sh" remove-library "$driver"
  fi
fi
