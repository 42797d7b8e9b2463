-- What is done when somebody leaves, and how far it has come: one of an account is running (1). Times are microseconds UTC.
-- delegations_to_id, mailboxes_to_id: empty for nobody.
CREATE TABLE offboardings (
    id TEXT NOT NULL PRIMARY KEY,
    organization_id TEXT NOT NULL,
    account_id TEXT NOT NULL,
    delegations_to_id TEXT NOT NULL,
    mailboxes_to_id TEXT NOT NULL,
    started_by TEXT NOT NULL,
    state INTEGER NOT NULL CHECK (state BETWEEN 1 AND 2),
    delegations_revoked INTEGER NOT NULL,
    delegations_moved INTEGER NOT NULL,
    delegations_refused INTEGER NOT NULL,
    mailboxes_transferred INTEGER NOT NULL,
    create_time INTEGER NOT NULL,
    end_time INTEGER,
    revision INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX offboardings_running ON offboardings (account_id) WHERE state = 1;
CREATE INDEX offboardings_by_account ON offboardings (account_id, state, create_time);
