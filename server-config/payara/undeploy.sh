#!/bin/sh
# Undeploys the application. Data, topics and the server's resources stay. The inverse is deploy.sh.
set -eu
here=$(dirname "$0")
sh "$here/apply.sh" "$here/undeploy.asadmin"
