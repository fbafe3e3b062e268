{{/* The release's name, said once even if the release is called after the chart; room is left for "-compliance-alert". */}}
{{- define "pilotwatch.fullname" -}}
{{- $name := ternary .Release.Name (printf "%s-%s" .Release.Name .Chart.Name) (contains .Chart.Name .Release.Name) -}}
{{- $name | trunc 46 | trimSuffix "-" -}}
{{- end -}}

{{- define "pilotwatch.tag" -}}
{{- .Values.image.tag | default .Chart.AppVersion -}}
{{- end -}}

{{/* What never changes in the life of a release, so that a selector may use it. */}}
{{- define "pilotwatch.selector" -}}
app.kubernetes.io/name: {{ .Chart.Name }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end -}}

{{- define "pilotwatch.labels" -}}
{{ include "pilotwatch.selector" . }}
app.kubernetes.io/part-of: {{ .Chart.Name }}
app.kubernetes.io/version: {{ include "pilotwatch.tag" . | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" }}
{{- end -}}

{{/* The cluster of databases that the chart itself asks CloudNativePG for. */}}
{{- define "pilotwatch.cluster" -}}
{{ include "pilotwatch.fullname" . }}-database
{{- end -}}

{{/* Name and key of the certificate authority by which the database is known: (dict "name" "key"), or nothing. */}}
{{- define "pilotwatch.databaseAuthority" -}}
{{- if .Values.cloudNativePg.enabled -}}
{{- toYaml (dict "name" (printf "%s-ca" (include "pilotwatch.cluster" .)) "key" "ca.crt") -}}
{{- else if .Values.database.authority.name -}}
{{- toYaml .Values.database.authority -}}
{{- end -}}
{{- end -}}

{{/* The same for the broker. */}}
{{- define "pilotwatch.kafkaAuthority" -}}
{{- if and .Values.strimzi.enabled (not .Values.kafka.authority.name) -}}
{{- toYaml (dict "name" (printf "%s-cluster-ca-cert" .Values.strimzi.cluster) "key" "ca.crt") -}}
{{- else if .Values.kafka.authority.name -}}
{{- toYaml .Values.kafka.authority -}}
{{- end -}}
{{- end -}}

{{- define "pilotwatch.databaseHost" -}}
{{- .Values.cloudNativePg.enabled | ternary (printf "%s-rw" (include "pilotwatch.cluster" .)) .Values.database.host -}}
{{- end -}}

{{/* The secret in which a service's broker password is: (dict "root" $ "name" $name "service" $service). */}}
{{- define "pilotwatch.kafkaSecret" -}}
{{- .service.kafka.existingSecret | default (printf "%s-%s" (include "pilotwatch.fullname" .root) .name) -}}
{{- end -}}

{{/* A variable from a secret: (dict "variable" "A" "name" "secret" "key" "key"). */}}
{{- define "pilotwatch.secret" -}}
- name: {{ .variable }}
  valueFrom:
    secretKeyRef:
      name: {{ .name }}
      key: {{ .key }}
{{- end -}}

{{/* Where a service finds its database, which the job that migrates it needs too. */}}
{{- define "pilotwatch.databaseEnv" -}}
{{- $values := .root.Values -}}
{{- $database := .service.database -}}
{{- $url := printf "jdbc:postgresql://%s:%v/%s" (include "pilotwatch.databaseHost" .root) $values.database.port $database.name -}}
{{- $tls := include "pilotwatch.databaseAuthority" .root | empty | ternary "" "sslmode=verify-full&sslrootcert=/etc/pilotwatch-database/ca.crt" -}}
- name: QUARKUS_DATASOURCE_JDBC_URL
  value: {{ list $url (list $tls $values.database.parameters | compact | join "&") | compact | join "?" | quote }}
{{ include "pilotwatch.secret" (dict "variable" "QUARKUS_DATASOURCE_USERNAME" "name" $database.existingSecret "key" "username") }}
{{ include "pilotwatch.secret" (dict "variable" "QUARKUS_DATASOURCE_PASSWORD" "name" $database.existingSecret "key" "password") }}
- name: JAVA_TOOL_OPTIONS
  value: {{ $values.jvmOptions | quote }}
{{ include "pilotwatch.secret" (dict "variable" "PILOTWATCH_OIDC_SECRET" "name" $values.identity.clientSecret.name "key" $values.identity.clientSecret.key) }}
{{- end -}}

{{/* How a service speaks to the broker. */}}
{{- define "pilotwatch.kafkaEnv" -}}
{{- $kafka := .root.Values.kafka -}}
- name: KAFKA_BOOTSTRAP_SERVERS
  value: {{ $kafka.bootstrapServers | quote }}
- name: KAFKA_SECURITY_PROTOCOL
  value: {{ $kafka.securityProtocol }}
{{- if hasPrefix "SASL" $kafka.securityProtocol }}
- name: KAFKA_SASL_MECHANISM
  value: SCRAM-SHA-512
{{ include "pilotwatch.secret" (dict "variable" "KAFKA_SASL_JAAS_CONFIG" "name" (include "pilotwatch.kafkaSecret" .) "key" "sasl.jaas.config") }}
{{- end }}
{{- if include "pilotwatch.kafkaAuthority" .root }}
- name: KAFKA_SSL_TRUSTSTORE_TYPE
  value: PEM
- name: KAFKA_SSL_TRUSTSTORE_LOCATION
  value: /etc/pilotwatch-kafka/ca.crt
{{- end }}
{{- end -}}

{{/* Where a service finds the rest of the world: (dict "root" $ "name" $name "service" $service). */}}
{{- define "pilotwatch.env" -}}
{{- $values := .root.Values -}}
- name: QUARKUS_HTTP_HOST
  value: 0.0.0.0
- name: QUARKUS_HTTP_PORT
  value: "8080"
- name: QUARKUS_MANAGEMENT_HOST
  value: 0.0.0.0
- name: QUARKUS_MANAGEMENT_PORT
  value: "9000"
{{ include "pilotwatch.databaseEnv" . }}
# The job beside migrates: a running service does not know who owns its database.
- name: QUARKUS_FLYWAY_MIGRATE_AT_START
  value: "false"
{{ include "pilotwatch.kafkaEnv" . }}
- name: PILOTWATCH_IDENTITY_URL
  value: {{ $values.identity.url | quote }}
- name: PILOTWATCH_PUBLIC_URL
  value: {{ $values.publicUrl | quote }}
- name: PILOTWATCH_CLOCK_MODE
  value: system
# Until no more requests come here, then until those under way are done.
- name: QUARKUS_SHUTDOWN_DELAY
  value: 10S
- name: QUARKUS_SHUTDOWN_TIMEOUT
  value: 30S
{{- if $values.programme.file }}
- name: PILOTWATCH_PROGRAMME_FILE
  value: /etc/pilotwatch/programme.yaml
{{- end }}
- name: PILOTWATCH_RECEIPTS_KEY
  value: /etc/pilotwatch-receipts/{{ $values.receipts.key }}
{{- with $values.receipts.formerKeys }}
- name: PILOTWATCH_RECEIPTS_FORMER_KEYS
  value: /etc/pilotwatch-receipts/{{ . }}
{{- end }}
{{- if $values.ingress.trustedProxies }}
- name: QUARKUS_HTTP_PROXY_TRUSTED_PROXIES
  value: {{ join "," $values.ingress.trustedProxies | quote }}
{{- end }}
{{- if eq .name "compliance-alert" }}
{{ include "pilotwatch.secret" (dict "variable" "PILOTWATCH_WEBHOOKS_KEY" "name" $values.webhooks.existingSecret "key" "key") }}
{{- with $values.webhooks.allow }}
- name: PILOTWATCH_WEBHOOKS_ALLOW
  value: {{ join "," . | quote }}
{{- end }}
{{- end }}
{{- if has .name (list "compliance-alert" "reporting") }}
{{- with $values.mail }}
{{- if .host }}
- name: PILOTWATCH_SMTP_HOST
  value: {{ .host | quote }}
- name: PILOTWATCH_SMTP_PORT
  value: {{ .port | quote }}
- name: PILOTWATCH_SMTP_FROM
  value: {{ .from | quote }}
- name: QUARKUS_MAILER_START_TLS
  value: REQUIRED
{{- if .existingSecret }}
{{ include "pilotwatch.secret" (dict "variable" "QUARKUS_MAILER_USERNAME" "name" .existingSecret "key" "username") }}
{{ include "pilotwatch.secret" (dict "variable" "QUARKUS_MAILER_PASSWORD" "name" .existingSecret "key" "password") }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- with $values.tracing.endpoint }}
- name: QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT
  value: {{ . | quote }}
{{- end }}
{{- with concat $values.env .service.env }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{/* The port of an address, said or by its scheme. */}}
{{- define "pilotwatch.portOf" -}}
{{- $url := urlParse . -}}
{{- $said := regexFind ":[0-9]+$" $url.host | trimPrefix ":" -}}
{{- $said | default (eq $url.scheme "https" | ternary "443" "80") -}}
{{- end -}}

{{/* What a container may do, the same for all. */}}
{{- define "pilotwatch.containerRights" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop:
    - ALL
{{- end -}}

{{/* Whom a pod runs as; the group may read the mounted secrets, which nobody else may. */}}
{{- define "pilotwatch.podRights" -}}
runAsNonRoot: true
runAsUser: 10001
runAsGroup: 10001
fsGroup: 10001
seccompProfile:
  type: RuntimeDefault
{{- end -}}

{{- define "pilotwatch.pullSecrets" -}}
{{- with .Values.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
{{- end -}}

{{/* One file of a secret as a volume: (dict "volume" "a" "authority" (dict "name" "key")). */}}
{{- define "pilotwatch.authorityVolume" -}}
- name: {{ .volume }}
  secret:
    secretName: {{ .authority.name }}
    # 0440
    defaultMode: 288
    items:
      - key: {{ .authority.key }}
        path: ca.crt
{{- end -}}
