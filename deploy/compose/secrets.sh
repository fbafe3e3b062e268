#!/usr/bin/env bash
# Makes every secret once, each file in the folder of those who read it, and gives it to their account. A second run changes nothing.
set -euo pipefail
umask 077

folder=${SECRETS_FOLDER:-/secrets}
app=10001 postgres=999 kafka=1000 keycloak=1000 grafana=472

# Letters and digits only: fit for any file, address or command line.
random() { head -c 36 /dev/urandom | base64 -w0 | tr '+/' 'xy'; }

# made FILE: what is in it, made if it is not there.
made() {
    [[ -s "$folder/$1" ]] || random >"$folder/$1"
    cat "$folder/$1"
}

# give OWNER FILE TEXT
give() {
    printf %s "$3" >"$folder/$2.new"
    mv "$folder/$2.new" "$folder/$2"
    if ((EUID == 0)); then chown "$1" "$folder/$2"; fi
    chmod 0400 "$folder/$2"
}

client=$(made keycloak/client-secret)
give $keycloak keycloak/client-secret "$client"
give $keycloak keycloak/admin-password "$(made keycloak/admin-password)"
give $keycloak keycloak/users-password "$(made keycloak/users-password)"
give $grafana grafana/admin-password "$(made grafana/admin-password)"
give $postgres postgres/superuser "$(made postgres/superuser)"
keycloak_password=$(made postgres/keycloak)
give $postgres postgres/keycloak "$keycloak_password"
give $keycloak keycloak/database-password "$keycloak_password"

# Ed25519 as PKCS#8: a fixed head and 32 random bytes. One key for all who give receipts.
if [[ ! -s "$folder/intake/receipts.pem" ]]; then
    {
        echo "-----BEGIN PRIVATE KEY-----"
        { printf '\x30\x2e\x02\x01\x00\x30\x05\x06\x03\x2b\x65\x70\x04\x22\x04\x20' && head -c 32 /dev/urandom; } | base64 -w0
        printf '\n%s\n' "-----END PRIVATE KEY-----"
    } >"$folder/intake/receipts.pem"
fi
receipts=$(cat "$folder/intake/receipts.pem")

# 32 bytes, as base64: they seal the signing secrets of webhooks.
[[ -s "$folder/compliance-alert/pilotwatch.webhooks.key" ]] ||
    give $app compliance-alert/pilotwatch.webhooks.key "$(head -c 32 /dev/urandom | base64 -w0)"

give $kafka kafka/keystore-password "$(made kafka/keystore-password)"

for service in intake milestone compliance-alert reporting; do
    role=${service//-/_}
    password=$(made "postgres/$role")
    give $postgres "postgres/$role" "$password"
    give $app "$service/quarkus.datasource.password" "$password"
    give $app "$service/pilotwatch.oidc.secret" "$client"
    give $app "$service/receipts.pem" "$receipts"
    kafka_password=$(made "kafka/$service")
    give $kafka "kafka/$service" "$kafka_password"
    give $app "$service/pilotwatch.kafka.password" "$kafka_password"
    # Only the job that migrates knows the schema's owner.
    owner=$(made "postgres/${role}_owner")
    give $postgres "postgres/${role}_owner" "$owner"
    mkdir -p -m 0755 "$folder/migrations/$service"
    give $app "migrations/$service/quarkus.flyway.password" "$owner"
    give $app "migrations/$service/quarkus.datasource.password" "$password"
    give $app "migrations/$service/pilotwatch.oidc.secret" "$client"
    give $app "migrations/$service/receipts.pem" "$receipts"
done
