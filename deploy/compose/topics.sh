#!/usr/bin/env bash
# The topics, made by nobody else: twelve partitions each, dead letters too, kept for ever. A second run makes what is missing.
set -euo pipefail
topics() { /opt/kafka/bin/kafka-topics.sh --bootstrap-server kafka:9092 "$@"; }

there=$(topics --list)
for topic in pilotwatch.pilots.v1 pilotwatch.milestones.v1 pilotwatch.alerts.v1; do
    for name in "$topic" "$topic.dead-letter"; do
        grep -qxF "$name" <<<"$there" || topics --create --if-not-exists --topic "$name" \
            --partitions 12 --replication-factor 1 --config retention.ms=-1 --config max.message.bytes=8388608
    done
done
