#!/bin/sh
# Installs into a started domain of any origin what Pizza Orders needs: the JDBC driver (PIZZA_JDBC_DRIVER, a jar) and
# install.asadmin. Restart the domain afterwards, with pizza.env in its environment. The inverse is uninstall.sh.
set -eu
here=$(dirname "$0")
sh "$here/asadmin.sh" list-libraries | grep -qxF "$(basename "$PIZZA_JDBC_DRIVER")" ||
  sh "$here/asadmin.sh" add-library "$PIZZA_JDBC_DRIVER"
sh "$here/apply.sh" "$here/install.asadmin"
