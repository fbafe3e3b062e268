#!/usr/bin/env bash
# Makes the broker's certificate at the first start, and tells the services by what they know the broker; then the image's own start.
set -euo pipefail
umask 077
export KAFKA_SSL_KEYSTORE_PASSWORD
KAFKA_SSL_KEYSTORE_PASSWORD=$(</secrets/keystore-password)
store=$KAFKA_SSL_KEYSTORE_LOCATION authority=/mnt/shared/config/ca.pem

tool() { keytool "$@" -alias broker -storetype PKCS12 -storepass:file /secrets/keystore-password; }

if [[ ! -s $store ]]; then
    rm -f "$store.new"
    tool -genkeypair -keystore "$store.new" -keyalg EC -groupname secp256r1 -validity 3650 -dname CN=kafka -ext san=dns:kafka
    mv "$store.new" "$store"
fi
tool -exportcert -rfc -keystore "$store" >"$authority.new"
chmod 0444 "$authority.new"
mv -f "$authority.new" "$authority"

exec /etc/kafka/docker/run
