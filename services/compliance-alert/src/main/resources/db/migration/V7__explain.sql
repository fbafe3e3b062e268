-- What was said of a pilot by an instant, for the explanation.
create index notice_pilot on notice (pilot_id, said_at);
