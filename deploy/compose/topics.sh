#!/usr/bin/env bash
# Does at this broker what charts/pilotwatch/files/kafka.yaml says: users and what each may do, then the topics, kept for ever. It comes
# in by the broker's own door, which is open within its container alone. A second run makes what is missing.
set -euo pipefail
export KAFKA_HEAP_OPTS=-Xmx128m
tool() { "${KAFKA_HOME:-/opt/kafka}/bin/kafka-$1.sh" --bootstrap-server 127.0.0.1:9094 "${@:2}"; }

# user NAME: signs in with the password in its file.
user() {
    tool configs --alter --entity-type users --entity-name "$1" --add-config-file \
        <(printf 'SCRAM-SHA-512=iterations=4096,password=%s\n' "$(<"${SECRETS_FOLDER:-/secrets}/$1")")
}

# grant USER OPERATION "[TOPIC, …]" MORE…
grant() {
    local topics=() topic
    for topic in ${3//[\[\],]/ }; do topics+=(--topic "$topic"); done
    tool acls --add --allow-principal "User:$1" --operation "$2" "${topics[@]}" "${@:4}" >/dev/null
}

topics=()
while IFS= read -r line; do
    value=${line#*: }
    case $line in
    'partitions: '*) partitions=$value ;;
    'largestRecord: '*) largest=$value ;;
    '  - '*) topics+=("${line#  - }") ;;
    '    reads: '*) grant "$name" Read "$value" --group "$name" ;;
    '    writes: '*) grant "$name" Write "$value" ;;
    '  '*:) name=${line//[ :]/} && user "$name" ;;
    esac
done <"${KAFKA_ACCESS:-/kafka.yaml}"

there=$(tool topics --list)
for topic in "${topics[@]}"; do
    grep -qxF "$topic" <<<"$there" || tool topics --create --if-not-exists --topic "$topic" \
        --partitions "$partitions" --replication-factor 1 --config retention.ms=-1 --config "max.message.bytes=$largest"
done
