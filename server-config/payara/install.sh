#!/bin/sh
# Installs what Pizza Orders needs into any started domain: the JDBC driver (PIZZA_JDBC_DRIVER, a jar) and install.asadmin.
# Saves the previous values for uninstall.sh, the inverse, in before-4848.asadmin beside this file (4848 is the admin port),
# or in the file that PIZZA_BEFORE names. The domain must have pizza.env in its environment, because otherwise it waits
# half a minute for each listener, in vain. Restart the domain afterwards.
set -eu
here=$(dirname "$0")
before=${PIZZA_BEFORE:-$here/before-${PIZZA_ADMIN_PORT:-4848}.asadmin}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Saves nothing if the domain has everything already, and does not save twice, because an earlier installation may have
# been interrupted.
if [ ! -e "$before" ] && ! sh "$here/asadmin.sh" list-jdbc-connection-pools | grep -qx orders-pool; then
  sed -n 's/^set \([^=]*\)=.*/get \1/p' "$here/uninstall.asadmin" >"$work/keys"
  sh "$here/asadmin.sh" multimode --file "$work/keys" >"$work/values"
  sed -n 's/^configs\..*=/set &/p' "$work/values" >"$before"
fi

sh "$here/asadmin.sh" list-libraries | grep -qxF "$(basename "$PIZZA_JDBC_DRIVER")" ||
  sh "$here/asadmin.sh" add-library "$PIZZA_JDBC_DRIVER"
sh "$here/apply.sh" "$here/install.asadmin"
