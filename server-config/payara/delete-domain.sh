#!/bin/sh
# The inverse of create-domain.sh: stops the domain and removes it with all its data.
set -eu
domain=${PIZZA_DOMAIN:-pizza}
sh "$PAYARA_HOME/bin/asadmin" stop-domain --domaindir "$PIZZA_DOMAINS" "$domain" || true
sh "$PAYARA_HOME/bin/asadmin" delete-domain --domaindir "$PIZZA_DOMAINS" "$domain"
