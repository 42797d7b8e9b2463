-- use_time: a recent use of the session, microseconds UTC; the last one may be a minute later. For older sessions: the sign-in.
ALTER TABLE sessions ADD COLUMN use_time INTEGER NOT NULL DEFAULT 0;
UPDATE sessions SET use_time = create_time;
