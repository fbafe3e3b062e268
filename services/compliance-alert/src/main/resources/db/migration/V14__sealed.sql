-- Whoever reads the database, or a backup of it, must not be able to speak in our name. What is there already is sealed at the
-- next start, since the key is not the database's.
comment on column subscription_secret.secret is 'sealed:<key>:<AES-256-GCM>; opened by PILOTWATCH_WEBHOOKS_KEY';
comment on column subscription.target is 'an e-mail address as it is; an http(s) address, which may hold a token, sealed as the secrets are';
