-- What is set of a mailbox of any kind; one that nothing was set of has no row. allow_shared_access: 1 on, 2 off;
-- displayed_sender: 1 show the delegate, 2 hide it; 0 each: as it began, or inherited. Times are microseconds UTC.
CREATE TABLE mailbox_settings (
    mailbox_id TEXT NOT NULL PRIMARY KEY,
    organization_id TEXT NOT NULL,
    allow_shared_access INTEGER NOT NULL CHECK (allow_shared_access BETWEEN 0 AND 2),
    displayed_sender INTEGER NOT NULL CHECK (displayed_sender BETWEEN 0 AND 2),
    default_signature_text TEXT NOT NULL,
    default_signature_html TEXT NOT NULL,
    update_time INTEGER NOT NULL,
    revision INTEGER NOT NULL
) STRICT;

-- Kept as given, to the byte. One row an account and mailbox (D13).
CREATE TABLE signatures (
    account_id TEXT NOT NULL,
    mailbox_id TEXT NOT NULL,
    organization_id TEXT NOT NULL,
    text TEXT NOT NULL,
    html TEXT NOT NULL,
    update_time INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    PRIMARY KEY (account_id, mailbox_id)
) STRICT;
