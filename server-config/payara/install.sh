#!/bin/sh
# Installs into a started domain of any origin what Pizza Orders needs: the JDBC driver (PIZZA_JDBC_DRIVER, a jar) and
# install.asadmin. What that sets is kept as it was before for uninstall.sh, the inverse: in before-4848.asadmin beside
# this file, by the admin port, or where PIZZA_BEFORE says. The domain has pizza.env in its environment: without, it waits
# for each listener in vain, half a minute. Restart it afterwards.
set -eu
here=$(dirname "$0")
before=${PIZZA_BEFORE:-$here/before-${PIZZA_ADMIN_PORT:-4848}.asadmin}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Not from a domain that has it all already; nor twice, as an installation may have been broken off half-way.
if [ ! -e "$before" ] && ! sh "$here/asadmin.sh" list-jdbc-connection-pools | grep -qx orders-pool; then
  sed -n 's/^set \([^=]*\)=.*/get \1/p' "$here/uninstall.asadmin" >"$work/keys"
  sh "$here/asadmin.sh" multimode --file "$work/keys" >"$work/values"
  sed -n 's/^configs\..*=/set &/p' "$work/values" >"$before"
fi

sh "$here/asadmin.sh" list-libraries | grep -qxF "$(basename "$PIZZA_JDBC_DRIVER")" ||
  sh "$here/asadmin.sh" add-library "$PIZZA_JDBC_DRIVER"
sh "$here/apply.sh" "$here/install.asadmin"
