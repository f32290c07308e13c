#!/bin/sh
# Deploys the EAR into the started domain, or redeploys it: deploy.sh pizza-orders.ear. The old version finishes its work
# first. Work that it does not finish falls due again in the new version. The inverse is undeploy.sh.
set -eu
here=$(dirname "$0")
sh "$here/asadmin.sh" deploy --force --name pizza-orders "$1"
sh "$here/apply.sh" "$here/connector-pool.asadmin"
