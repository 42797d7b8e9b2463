-- Mailboxes that an account has registered (D8). All others have no row: they are there because their account is (identity's).
-- address_key: the address with its domain as A-labels, in lower case.
CREATE TABLE mailboxes (
    id TEXT NOT NULL PRIMARY KEY,
    organization_id TEXT NOT NULL,
    owner_id TEXT NOT NULL,
    address TEXT NOT NULL,
    address_key TEXT NOT NULL UNIQUE,
    display_name TEXT NOT NULL,
    create_time INTEGER NOT NULL,
    revision INTEGER NOT NULL
) STRICT;
