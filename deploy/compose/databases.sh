#!/usr/bin/env bash
# Of each service a database, the role that owns it and migrates, and the one it runs as. A job beside PostgreSQL and not a script of
# its image, which would be run once only, whether it came to its end or not. A second run changes nothing but passwords that differ.
set -euo pipefail
export PGHOST=postgres PGUSER=postgres PGPASSWORD role owner
PGPASSWORD=$(</secrets/superuser)

# Whoever starts everything again at once starts this job before the server is back.
for _ in {1..120}; do pg_isready -q && break || sleep 1; done

sql() { psql -v ON_ERROR_STOP=1 --no-psqlrc -q --dbname postgres; }

# role NAME: may sign in with the password in its file.
role() {
    role=$1 sql <<'SQL'
\set role `echo -n "$role"`
\set password `cat "/secrets/$role"`
select format('create role %I login', :'role') where not exists (select from pg_roles where rolname = :'role') \gexec
alter role :"role" password :'password';
SQL
}

# database NAME OWNER: its owner's and the service's, which has the database's name, and nobody else's.
database() {
    role=$1 owner=$2 sql <<'SQL'
\set database `echo -n "$role"`
\set owner `echo -n "$owner"`
select format('create database %I owner %I', :'database', :'owner')
    where not exists (select from pg_database where datname = :'database') \gexec
revoke connect on database :"database" from public;
grant connect on database :"database" to :"database";
SQL
}

for service in intake milestone compliance_alert reporting; do
    role "$service"
    role "${service}_owner"
    database "$service" "${service}_owner"
done
role keycloak
database keycloak keycloak
