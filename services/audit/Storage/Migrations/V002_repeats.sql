-- A number under which a restored source sent an event that the log had already, from the life before. The event stays
-- where it is: log and idx say where.
CREATE TABLE repeats (
    source INTEGER NOT NULL REFERENCES sources,
    sequence INTEGER NOT NULL,
    log INTEGER NOT NULL,
    idx INTEGER NOT NULL,
    PRIMARY KEY (source, sequence),
    FOREIGN KEY (log, idx) REFERENCES events (log, idx)
) STRICT;
