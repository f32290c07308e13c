#!/bin/sh
# The inverse of install.sh: undeploys, and takes out of the started domain what was put in. Restart it afterwards.
set -eu
here=$(dirname "$0")
driver=$(basename "$PIZZA_JDBC_DRIVER")
sh "$here/apply.sh" "$here/undeploy.asadmin"
sh "$here/apply.sh" "$here/uninstall.asadmin"
if sh "$here/asadmin.sh" list-libraries | grep -qxF "$driver"; then
  sh "$here/asadmin.sh" remove-library "$driver"
fi
