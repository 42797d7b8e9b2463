-- One log per organization and class (the contract's EventClass): they have other readers, and a tree is pruned by its prefix.
-- organization '' is the installation.
-- edge: the hashes of the complete subtrees that make up the tree, widest first, 32 bytes each.
-- record_time: of the last event; the next one's is never less.
CREATE TABLE logs (
    log INTEGER NOT NULL PRIMARY KEY,
    organization TEXT NOT NULL,
    class INTEGER NOT NULL,
    size INTEGER NOT NULL CHECK (size >= 0),
    root BLOB NOT NULL CHECK (length(root) = 32),
    edge BLOB NOT NULL,
    record_time INTEGER NOT NULL,
    UNIQUE (organization, class)
) STRICT;

-- One row per life (epoch) of a producer's database.
CREATE TABLE sources (
    source INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    epoch TEXT NOT NULL,
    next_sequence INTEGER NOT NULL CHECK (next_sequence >= 1),
    UNIQUE (name, epoch)
) STRICT;

-- idx: the leaf's index, dense from 0. leaf: the event as the producer sent it, byte for byte; last, so that a scan need
-- not walk over it. id to subject are copies of its fields, to search by. NULL: the field is empty. personal_bytes: what the
-- values beside it add to an answer, at most.
CREATE TABLE events (
    log INTEGER NOT NULL REFERENCES logs,
    idx INTEGER NOT NULL CHECK (idx >= 0),
    source INTEGER NOT NULL REFERENCES sources,
    sequence INTEGER NOT NULL,
    record_time INTEGER NOT NULL,
    id TEXT NOT NULL,
    outcome INTEGER NOT NULL,
    action TEXT NOT NULL,
    actor TEXT,
    target TEXT,
    mailbox TEXT,
    subject TEXT,
    personal_bytes INTEGER NOT NULL,
    leaf BLOB NOT NULL,
    PRIMARY KEY (log, idx),
    UNIQUE (source, sequence)
) STRICT;
CREATE INDEX events_by_id ON events (log, id, idx);
CREATE INDEX events_by_outcome ON events (log, outcome, idx);
CREATE INDEX events_by_action ON events (log, action, idx);
CREATE INDEX events_by_actor ON events (log, actor, idx) WHERE actor IS NOT NULL;
CREATE INDEX events_by_target ON events (log, target, idx) WHERE target IS NOT NULL;
CREATE INDEX events_by_mailbox ON events (log, mailbox, idx) WHERE mailbox IS NOT NULL;
CREATE INDEX events_by_subject ON events (log, subject, idx) WHERE subject IS NOT NULL;

-- What an event tells about persons. Its leaf has a commitment to each value, by path: a row can go, when its subject is
-- erased, and leaf and proofs stay as they are. subject: the account whose value it is; NULL where nobody knows.
CREATE TABLE personal_values (
    log INTEGER NOT NULL,
    idx INTEGER NOT NULL,
    path TEXT NOT NULL,
    subject TEXT,
    value TEXT NOT NULL,
    salt BLOB NOT NULL CHECK (length(salt) = 32),
    PRIMARY KEY (log, idx, path),
    FOREIGN KEY (log, idx) REFERENCES events (log, idx)
) STRICT;
CREATE INDEX personal_values_by_subject ON personal_values (subject, log, idx) WHERE subject IS NOT NULL;

-- Hashes of complete subtrees, 256 to a tile. Level 0: the leaves. Level n: the roots of the full tiles of level n - 1.
-- A full tile has 8192 bytes and never changes again; only the last of each level may be shorter.
CREATE TABLE tiles (
    log INTEGER NOT NULL REFERENCES logs,
    level INTEGER NOT NULL,
    tile INTEGER NOT NULL,
    hashes BLOB NOT NULL CHECK (length(hashes) BETWEEN 32 AND 8192 AND length(hashes) % 32 = 0),
    PRIMARY KEY (log, level, tile)
) STRICT;

-- The same number with other bytes, refused. recorded, offered: the hashes of the two leaves.
CREATE TABLE equivocations (
    source INTEGER NOT NULL REFERENCES sources,
    sequence INTEGER NOT NULL,
    offered BLOB NOT NULL,
    recorded BLOB NOT NULL,
    refused_at INTEGER NOT NULL,
    PRIMARY KEY (source, sequence, offered)
) STRICT;
