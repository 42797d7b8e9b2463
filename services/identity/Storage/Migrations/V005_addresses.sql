-- Domains that organizations have claimed, and every address of every account (B5). Times are microseconds UTC.

-- name: A-labels in lower case. Any number of organizations can claim a domain (1), and one has verified it (2).
-- record_value: what its TXT record is to say.
CREATE TABLE domains (
    id TEXT NOT NULL PRIMARY KEY,
    organization_id TEXT NOT NULL REFERENCES organizations (id),
    name TEXT NOT NULL,
    state INTEGER NOT NULL CHECK (state BETWEEN 1 AND 2),
    record_value TEXT NOT NULL,
    create_time INTEGER NOT NULL,
    verify_time INTEGER,
    revision INTEGER NOT NULL,
    UNIQUE (organization_id, name),
    CHECK ((state = 2) = (verify_time IS NOT NULL))
) STRICT;
CREATE INDEX domains_by_organization ON domains (organization_id, id);
CREATE UNIQUE INDEX domains_verified ON domains (name) WHERE state = 2;

-- Whatever address is taken, once in the installation: primary or alias, and of a deleted account for as long as its
-- addresses stay taken, which is_held says. address_key: as it is compared, in lower case; domain: what stands behind its @.
CREATE TABLE account_addresses (
    address_key TEXT NOT NULL PRIMARY KEY,
    organization_id TEXT NOT NULL REFERENCES organizations (id),
    account_id TEXT NOT NULL REFERENCES accounts (id),
    domain TEXT NOT NULL,
    address TEXT NOT NULL,
    is_held INTEGER NOT NULL CHECK (is_held IN (0, 1))
) STRICT;
CREATE INDEX account_addresses_by_account ON account_addresses (account_id, address_key);
CREATE INDEX account_addresses_by_organization ON account_addresses (organization_id, address_key);
CREATE INDEX account_addresses_in_use ON account_addresses (organization_id, domain, address_key) WHERE is_held = 0;
