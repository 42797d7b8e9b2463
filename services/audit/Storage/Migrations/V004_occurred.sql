-- When the event happened, by its producer's clock: a copy of a field of the leaf, to search by. What the log had before this
-- column counts as happened when it was recorded, and so does an event that does not say.
ALTER TABLE events ADD COLUMN occur_time INTEGER NOT NULL DEFAULT 0;
UPDATE events SET occur_time = record_time;
-- Answers by itself which indices a time of that kind lies between.
CREATE INDEX events_by_occurred ON events (log, occur_time, idx);
