-- Addresses of registered mailboxes, and whose these are: mailbox keeps the mailboxes and takes their addresses here (B5).
-- An address stands in one of two tables, never in both. address_key, domain: as in account_addresses.
CREATE TABLE mailbox_addresses (
    mailbox_id TEXT NOT NULL PRIMARY KEY,
    organization_id TEXT NOT NULL REFERENCES organizations (id),
    owner_id TEXT NOT NULL REFERENCES accounts (id),
    address_key TEXT NOT NULL UNIQUE,
    domain TEXT NOT NULL,
    address TEXT NOT NULL
) STRICT;
CREATE INDEX mailbox_addresses_by_owner ON mailbox_addresses (owner_id);
CREATE INDEX mailbox_addresses_in_use ON mailbox_addresses (organization_id, domain, address_key);
