#!/usr/bin/env bash
# Keycloak takes its secrets from the environment, which is filled here so that no file of ours and no `inspect` shows them.
set -euo pipefail
export KC_DB_PASSWORD KC_BOOTSTRAP_ADMIN_PASSWORD PILOTWATCH_CLIENT_SECRET PILOTWATCH_USERS_PASSWORD
KC_DB_PASSWORD=$(</secrets/database-password)
KC_BOOTSTRAP_ADMIN_PASSWORD=$(</secrets/admin-password)
PILOTWATCH_CLIENT_SECRET=$(</secrets/client-secret)
PILOTWATCH_USERS_PASSWORD=$(</secrets/users-password)
exec /opt/keycloak/bin/kc.sh start --import-realm
