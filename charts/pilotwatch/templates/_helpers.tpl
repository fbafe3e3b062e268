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

{{/* Not empty for the services that sign receipts. */}}
{{- define "pilotwatch.givesReceipts" -}}
{{- if has . (list "intake" "milestone" "compliance-alert") }}true{{ end -}}
{{- end -}}

{{/* Where a service finds the rest of the world: (dict "root" $ "name" $name "service" $service). */}}
{{- define "pilotwatch.env" -}}
{{- $values := .root.Values -}}
{{- $database := .service.database -}}
{{- $url := printf "jdbc:postgresql://%s:%v/%s" $values.database.host $values.database.port $database.name -}}
- name: QUARKUS_HTTP_HOST
  value: 0.0.0.0
- name: QUARKUS_HTTP_PORT
  value: "8080"
- name: QUARKUS_MANAGEMENT_HOST
  value: 0.0.0.0
- name: QUARKUS_MANAGEMENT_PORT
  value: "9000"
- name: QUARKUS_DATASOURCE_JDBC_URL
  value: {{ list $url $values.database.parameters | compact | join "?" | quote }}
- name: QUARKUS_DATASOURCE_USERNAME
  valueFrom:
    secretKeyRef:
      name: {{ $database.existingSecret }}
      key: username
- name: QUARKUS_DATASOURCE_PASSWORD
  valueFrom:
    secretKeyRef:
      name: {{ $database.existingSecret }}
      key: password
- name: KAFKA_BOOTSTRAP_SERVERS
  value: {{ $values.kafka.bootstrapServers | quote }}
- name: PILOTWATCH_IDENTITY_URL
  value: {{ $values.identity.url | quote }}
- name: PILOTWATCH_PUBLIC_URL
  value: {{ $values.publicUrl | quote }}
- name: PILOTWATCH_CLOCK_MODE
  value: system
- name: JAVA_TOOL_OPTIONS
  value: {{ $values.jvmOptions | quote }}
{{- if $values.programme.file }}
- name: PILOTWATCH_PROGRAMME_FILE
  value: /etc/pilotwatch/programme.yaml
{{- end }}
{{- if include "pilotwatch.givesReceipts" .name }}
- name: PILOTWATCH_RECEIPTS_KEY
  value: /etc/pilotwatch-receipts/{{ $values.receipts.key }}
{{- with $values.receipts.formerKeys }}
- name: PILOTWATCH_RECEIPTS_FORMER_KEYS
  value: /etc/pilotwatch-receipts/{{ . }}
{{- end }}
{{- end }}
{{- if $values.ingress.trustedProxies }}
- name: QUARKUS_HTTP_PROXY_TRUSTED_PROXIES
  value: {{ join "," $values.ingress.trustedProxies | quote }}
{{- end }}
{{- if eq .name "reporting" }}
{{- /* The only one with pages, so the only one that signs people in. */}}
- name: PILOTWATCH_OIDC_SECRET
  valueFrom:
    secretKeyRef:
      name: {{ $values.identity.clientSecret.name }}
      key: {{ $values.identity.clientSecret.key }}
{{- end }}
{{- with concat $values.env .service.env }}
{{ toYaml . }}
{{- end }}
{{- end -}}
