-- Who is to own an organization next (A3), and what it is billed by (A2). Times are microseconds UTC.

-- Offers of ownership, what became of them too: one of an organization is pending (1).
CREATE TABLE ownership_transfers (
    id TEXT NOT NULL PRIMARY KEY,
    organization_id TEXT NOT NULL REFERENCES organizations (id),
    owner_id TEXT NOT NULL REFERENCES accounts (id),
    account_id TEXT NOT NULL REFERENCES accounts (id),
    state INTEGER NOT NULL CHECK (state BETWEEN 1 AND 5),
    create_time INTEGER NOT NULL,
    expire_time INTEGER NOT NULL,
    revision INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX ownership_transfers_pending ON ownership_transfers (organization_id) WHERE state = 1;
CREATE INDEX ownership_transfers_by_organization ON ownership_transfers (organization_id, create_time);

-- Every organization has a row. address_lines is an encoded BillingDetails of these lines alone, for a line may hold anything;
-- NULL for none.
CREATE TABLE billing_details (
    organization_id TEXT NOT NULL PRIMARY KEY REFERENCES organizations (id),
    name TEXT NOT NULL,
    address_lines BLOB,
    country TEXT NOT NULL,
    vat_number TEXT NOT NULL,
    email TEXT NOT NULL,
    payment_reference TEXT NOT NULL,
    revision INTEGER NOT NULL
) STRICT;
INSERT INTO billing_details (organization_id, name, address_lines, country, vat_number, email, payment_reference, revision)
SELECT id, '', NULL, '', '', '', '', 1 FROM organizations;
