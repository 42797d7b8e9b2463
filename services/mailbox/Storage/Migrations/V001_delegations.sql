-- Times are microseconds UTC; NULL: no bound. rights: 1 open, 2 send, 4 set up, added; 0 none (D3).
-- One row a mailbox and grantee (D1).
CREATE TABLE delegations (
    id TEXT NOT NULL PRIMARY KEY,
    organization_id TEXT NOT NULL,
    mailbox_id TEXT NOT NULL,
    grantee_id TEXT NOT NULL,
    rights INTEGER NOT NULL CHECK (rights BETWEEN 0 AND 7),
    start_time INTEGER,
    expire_time INTEGER CHECK (expire_time > start_time),
    granted_by TEXT NOT NULL,
    create_time INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    UNIQUE (mailbox_id, grantee_id)
) STRICT;
