-- What the machine's wall clock said when the event was recorded, right or wrong, in microseconds UTC. NULL: recorded before
-- this column was there. record_time is the time that the log decides by.
ALTER TABLE events ADD COLUMN wall_at INTEGER;
