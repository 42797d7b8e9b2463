-- Invitations (A5). Times are microseconds UTC. State 1 waits; what is over stays, as it ended.
-- role_ids: roles for the whole organization, in order, with a space between them.
CREATE TABLE invitations (
    id TEXT NOT NULL PRIMARY KEY,
    organization_id TEXT NOT NULL REFERENCES organizations (id),
    account_id TEXT NOT NULL REFERENCES accounts (id),
    role_ids TEXT NOT NULL,
    state INTEGER NOT NULL CHECK (state BETWEEN 1 AND 5),
    new_account INTEGER NOT NULL CHECK (new_account IN (0, 1)),
    inviter_id TEXT NOT NULL,
    create_time INTEGER NOT NULL,
    expire_time INTEGER NOT NULL,
    end_time INTEGER,
    revision INTEGER NOT NULL,
    CHECK ((state = 1) = (end_time IS NULL))
) STRICT;
CREATE INDEX invitations_by_organization ON invitations (organization_id, id);
CREATE INDEX invitations_by_account ON invitations (account_id, id);
-- At most one waits for an account.
CREATE UNIQUE INDEX invitations_waiting ON invitations (account_id) WHERE state = 1;

-- Of each invitation that waits: the SHA-256 of its token, which is nowhere.
CREATE TABLE invitation_tokens (
    token_hash BLOB NOT NULL PRIMARY KEY,
    invitation_id TEXT NOT NULL UNIQUE REFERENCES invitations (id)
) STRICT;
