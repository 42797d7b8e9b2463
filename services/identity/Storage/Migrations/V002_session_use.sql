-- used_at: a recent use of the session, microseconds UTC; the last one may be a minute later. For older sessions: the sign-in.
ALTER TABLE sessions ADD COLUMN used_at INTEGER NOT NULL DEFAULT 0;
UPDATE sessions SET used_at = created_at;
