#!/bin/sh
# Makes a separate server for Pizza Orders: folders, an admin password, the modules, the configuration by install.cli, and
# the application, if PIZZA_EAR names it. The distribution stays unchanged.
# Needs JBOSS_HOME, PIZZA_SERVER (folder to make), PIZZA_ADMIN_PASSWORD, PIZZA_JDBC_DRIVER (jar), PIZZA_ECLIPSELINK (jar).
# Next: start it with start-server.sh, see README.md. To undo it, stop the server and run: rm -r "$PIZZA_SERVER".
set -eu
here=$(cd "$(dirname "$0")" && pwd)

mkdir -p "$PIZZA_SERVER"
cp -R "$JBOSS_HOME/standalone/." "$PIZZA_SERVER/"
chmod -R u+w "$PIZZA_SERVER"

# Does the work of add-user.sh, because that shows the password to every process of the machine.
md5() { if command -v md5sum >/dev/null; then md5sum | cut -d' ' -f1; else command md5 -q; fi; }
digest=$(printf 'admin:ManagementRealm:%s' "$PIZZA_ADMIN_PASSWORD" | md5)
printf '\nadmin=%s\n' "$digest" >>"$PIZZA_SERVER/configuration/mgmt-users.properties"

PIZZA_MODULES=$PIZZA_SERVER/modules sh "$here/install-modules.sh"

commands=$PIZZA_SERVER/create.cli
{
  echo "embed-server --std-out=discard"
  cat "$here/install.cli"
  if [ -n "${PIZZA_EAR:-}" ]; then echo "deploy \"$PIZZA_EAR\" --name=pizza-orders.ear"; fi
  echo "stop-embedded-server"
} >"$commands"
JBOSS_MODULEPATH=$PIZZA_SERVER/modules:$JBOSS_HOME/modules \
  JAVA_OPTS="${JAVA_OPTS:-} -Djboss.server.base.dir=$PIZZA_SERVER" \
  sh "$JBOSS_HOME/bin/jboss-cli.sh" --file="$commands"
rm "$commands"
