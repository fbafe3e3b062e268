-- What the version after this one adds: the version before goes on writing rows without it.
alter table milestone add column channel text;
