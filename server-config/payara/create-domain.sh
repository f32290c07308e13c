#!/bin/sh
# Makes a Payara domain for Pizza Orders, with an admin password from the start, the JDBC driver and the heap size.
# Needs PAYARA_HOME, PIZZA_DOMAINS (folder), PIZZA_ADMIN_PORT, PIZZA_ADMIN_PASSWORD, PIZZA_JDBC_DRIVER (jar).
# Next: start the domain with install.asadmin as its preboot commands, see README.md. The inverse is delete-domain.sh.
set -eu
name=${PIZZA_DOMAIN:-pizza}
heap=${PIZZA_HEAP:-768m}
domain=$PIZZA_DOMAINS/$name
if [ -e "$domain" ]; then
  echo "The domain $domain exists already. delete-domain.sh removes it." >&2
  exit 1
fi

# Copies the distribution's own domain, because create-domain takes ten times as long to make certificates that nobody
# uses here.
mkdir -p "$PIZZA_DOMAINS"
cp -R "$PAYARA_HOME/glassfish/domains/domain1" "$domain"
# Turns JMS off before the very first start, because the server would make a default that listens on all interfaces.
sed -e 's|<config name="server-config">|&<jms-service type="DISABLED" default-jms-host="none"/>|' \
  -e "s/-Xmx512m/-Xmx$heap/" -e "s/port=\"4848\"/port=\"$PIZZA_ADMIN_PORT\"/" -e "s/domain1/$name/" \
  "$domain/config/domain.xml" >"$domain/config/domain.xml.new"
mv "$domain/config/domain.xml.new" "$domain/config/domain.xml"
sed -e '/\.GFFileHandler\.maxHistoryFiles=/s/=.*/=20/' -e '/\.GFFileHandler\.rotationLimitInBytes=/s/=.*/=20000000/' \
  "$domain/config/logging.properties" >"$domain/config/logging.properties.new"
mv "$domain/config/logging.properties.new" "$domain/config/logging.properties"
cp "$PIZZA_JDBC_DRIVER" "$domain/lib/"
# Without an application, the server would show its welcome page at the application's address.
rm -rf "$domain"/docroot/*

secret=$(mktemp)
trap 'rm -f "$secret"' EXIT
trap 'exit 1' HUP INT TERM
printf 'AS_ADMIN_PASSWORD=\nAS_ADMIN_NEWPASSWORD=%s\n' "$PIZZA_ADMIN_PASSWORD" >"$secret"
sh "$PAYARA_HOME/bin/asadmin" --user admin --passwordfile "$secret" change-admin-password \
  --domaindir "$PIZZA_DOMAINS" --domain_name "$name"
