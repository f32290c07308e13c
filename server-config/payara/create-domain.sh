#!/bin/sh
# Makes a Payara domain for Pizza Orders: an admin password from the start, the JDBC driver, the heap.
# Needs PAYARA_HOME, PIZZA_DOMAINS (folder), PIZZA_ADMIN_PORT, PIZZA_ADMIN_PASSWORD, PIZZA_JDBC_DRIVER (jar).
# Next: start the domain with install.asadmin as its preboot commands, see README.md. The inverse is delete-domain.sh.
set -eu
domain=${PIZZA_DOMAIN:-pizza}
heap=${PIZZA_HEAP:-768m}

secret=$(mktemp)
trap 'rm -f "$secret"' EXIT
printf 'AS_ADMIN_PASSWORD=%s\n' "$PIZZA_ADMIN_PASSWORD" >"$secret"

sh "$PAYARA_HOME/bin/asadmin" --user admin --passwordfile "$secret" create-domain \
  --domaindir "$PIZZA_DOMAINS" --adminport "$PIZZA_ADMIN_PORT" --instanceport 8080 \
  --checkports=false --savelogin=false "$domain"

cp "$PIZZA_JDBC_DRIVER" "$PIZZA_DOMAINS/$domain/lib/"
config=$PIZZA_DOMAINS/$domain/config/domain.xml
sed "s/-Xmx512m/-Xmx$heap/" "$config" >"$config.new"
mv "$config.new" "$config"
