#!/bin/sh
# Makes the two modules that the data sources and the application need: the JDBC driver, and EclipseLink with WildFly's
# glue for it. The server's own files stay unchanged. The inverse is uninstall-modules.sh.
# Needs JBOSS_HOME, PIZZA_JDBC_DRIVER (jar), PIZZA_ECLIPSELINK (jar).
# PIZZA_MODULES is the folder for the modules, by default $JBOSS_HOME/modules. If it is another folder, the server needs it
# at each start: JBOSS_MODULEPATH=$PIZZA_MODULES:$JBOSS_HOME/modules
set -eu
modules=${PIZZA_MODULES:-$JBOSS_HOME/modules}

driver=$modules/org/postgresql/jdbc/main
mkdir -p "$driver"
cp "$PIZZA_JDBC_DRIVER" "$driver/postgresql.jar"
cat >"$driver/module.xml" <<'END'
<?xml version="1.0" encoding="UTF-8"?>
<module name="org.postgresql.jdbc" xmlns="urn:jboss:module:1.9">
  <resources>
    <resource-root path="postgresql.jar"/>
  </resources>
  <dependencies>
    <module name="java.se"/>
    <module name="jakarta.transaction.api"/>
  </dependencies>
</module>
END

# The server's own module lacks the provider's jar. The server finds this one before its own.
given=$JBOSS_HOME/modules/system/layers/base/org/eclipse/persistence/main
provider=$modules/org/eclipse/persistence/main
mkdir -p "$provider"
cp "$given"/*.jar "$provider/"
cp "$PIZZA_ECLIPSELINK" "$provider/eclipselink.jar"
sed -e 's|</resources>|<resource-root path="eclipselink.jar"/></resources>|' \
  -e 's|</dependencies>|<module name="java.se"/></dependencies>|' \
  "$given/module.xml" >"$provider/module.xml"
