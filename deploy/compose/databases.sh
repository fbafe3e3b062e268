#!/usr/bin/env bash
# Run once by PostgreSQL's image on empty data: of each service a database, the role that owns it and migrates, and the one it runs as.
set -euo pipefail

# role NAME: may sign in with the password in its file.
role() {
    psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --no-psqlrc -q -v name="$1" -v password="$(cat "/secrets/$1")" <<'SQL'
create role :"name" login password :'password';
SQL
}

# database NAME OWNER
database() {
    psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --no-psqlrc -q -v name="$1" -v owner="$2" <<'SQL'
create database :"name" owner :"owner";
revoke connect on database :"name" from public;
SQL
}

for service in intake milestone compliance_alert reporting; do
    role "$service"
    role "${service}_owner"
    database "$service" "${service}_owner"
    psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --no-psqlrc -q -c "grant connect on database \"$service\" to \"$service\""
done
role keycloak
database keycloak keycloak
