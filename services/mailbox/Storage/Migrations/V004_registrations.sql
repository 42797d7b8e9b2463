-- It began without shared access, by what its organization had decided then (D7).
ALTER TABLE mailboxes ADD COLUMN unshared INTEGER NOT NULL DEFAULT 0 CHECK (unshared BETWEEN 0 AND 1);
CREATE INDEX mailboxes_by_organization ON mailboxes (organization_id, id);

-- Mailboxes of which identity may keep an address without need: about to be registered, or gone. digest: SHA-256 of the
-- request.
CREATE TABLE pending_addresses (
    mailbox_id TEXT NOT NULL PRIMARY KEY,
    requester TEXT NOT NULL,
    request_id TEXT NOT NULL,
    digest BLOB NOT NULL
) STRICT;
CREATE UNIQUE INDEX pending_addresses_by_request ON pending_addresses (requester, request_id) WHERE request_id <> '';
