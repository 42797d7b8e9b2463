-- Numbers that a source left out, refused: it sent offered where expected was to come. By the source's name, since an epoch
-- that begins with a gap has no row in sources. refused_at: microseconds UTC, of the first time.
CREATE TABLE gaps (
    name TEXT NOT NULL,
    epoch TEXT NOT NULL,
    expected INTEGER NOT NULL,
    offered INTEGER NOT NULL,
    refused_at INTEGER NOT NULL,
    PRIMARY KEY (name, epoch, expected)
) STRICT;
CREATE INDEX gaps_by_time ON gaps (name, refused_at);
