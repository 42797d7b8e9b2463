-- Times are microseconds UTC. Enumerations hold the numbers of the messages in proto/mandate/identity/v1.
-- Empty text means: none.

-- owner_id is one column and never null: an organization has exactly one owner at every instant (A1).
CREATE TABLE organizations (
    id TEXT NOT NULL PRIMARY KEY,
    display_name TEXT NOT NULL,
    preset INTEGER NOT NULL CHECK (preset BETWEEN 1 AND 3),
    owner_id TEXT NOT NULL,
    roles_enabled INTEGER NOT NULL CHECK (roles_enabled IN (0, 1)),
    external_id TEXT NOT NULL,
    create_time INTEGER NOT NULL,
    revision INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX organizations_by_external_id ON organizations (external_id) WHERE external_id <> '';

-- What an organization has decided itself; NULL is its preset's value. A length of time is whole seconds, 0 for never;
-- owner_plans is an encoded PolicyNames. table_version: of the presets' table when followers were told last.
CREATE TABLE organization_policies (
    organization_id TEXT NOT NULL PRIMARY KEY REFERENCES organizations (id),
    administrators_by INTEGER CHECK (administrators_by BETWEEN 1 AND 2),
    transfer_needs_acceptance INTEGER CHECK (transfer_needs_acceptance IN (0, 1)),
    guard_administrators INTEGER CHECK (guard_administrators IN (0, 1)),
    invitation_lifetime INTEGER CHECK (invitation_lifetime >= 0),
    delete_suspended_after INTEGER CHECK (delete_suspended_after >= 0),
    deleted_address_lifetime INTEGER CHECK (deleted_address_lifetime >= 0),
    keys_survive_suspension INTEGER CHECK (keys_survive_suspension IN (0, 1)),
    owner_grants INTEGER CHECK (owner_grants IN (0, 1)),
    all_or_nothing INTEGER CHECK (all_or_nothing IN (0, 1)),
    set_up_manages_access INTEGER CHECK (set_up_manages_access IN (0, 1)),
    setup_needs_operations INTEGER CHECK (setup_needs_operations IN (0, 1)),
    common_group INTEGER CHECK (common_group IN (0, 1)),
    owner_plans BLOB,
    sharing_default INTEGER CHECK (sharing_default IN (0, 1)),
    displayed_sender INTEGER CHECK (displayed_sender BETWEEN 1 AND 3),
    no_displayed_sender INTEGER CHECK (no_displayed_sender IN (0, 1)),
    notify INTEGER CHECK (notify BETWEEN 1 AND 3),
    expiry_warning INTEGER CHECK (expiry_warning >= 0),
    grants_must_end INTEGER CHECK (grants_must_end IN (0, 1)),
    grant_lifetime_max INTEGER CHECK (grant_lifetime_max >= 0),
    request_approvals INTEGER CHECK (request_approvals > 0),
    request_lifetime INTEGER CHECK (request_lifetime >= 0),
    break_glass INTEGER CHECK (break_glass IN (0, 1)),
    table_version INTEGER NOT NULL,
    revision INTEGER NOT NULL
) STRICT;

-- address_key: the primary address in lower case. aliases: the others as given, with a line feed between them. Whether an
-- address is taken stands in account_addresses (B5). A deleted account (4) is a tombstone: its external id is free.
CREATE TABLE accounts (
    id TEXT NOT NULL PRIMARY KEY,
    organization_id TEXT NOT NULL REFERENCES organizations (id),
    account_type INTEGER NOT NULL CHECK (account_type BETWEEN 1 AND 3),
    state INTEGER NOT NULL CHECK (state BETWEEN 1 AND 4),
    address TEXT NOT NULL,
    address_key TEXT NOT NULL,
    aliases TEXT NOT NULL,
    display_name TEXT NOT NULL,
    external_id TEXT NOT NULL,
    unit_id TEXT NOT NULL,
    create_time INTEGER NOT NULL,
    suspend_time INTEGER,
    suspend_end_time INTEGER,
    suspend_reason INTEGER NOT NULL CHECK (suspend_reason BETWEEN 0 AND 5),
    language TEXT NOT NULL,
    time_zone TEXT NOT NULL,
    displayed_sender INTEGER NOT NULL CHECK (displayed_sender BETWEEN 0 AND 2),
    picture_url TEXT NOT NULL,
    revision INTEGER NOT NULL,
    CHECK ((state = 3) = (suspend_time IS NOT NULL)),
    CHECK (state = 3 OR (suspend_end_time IS NULL AND suspend_reason = 0))
) STRICT;
CREATE INDEX accounts_by_organization ON accounts (organization_id, id) WHERE state <> 4;
CREATE INDEX deleted_accounts ON accounts (organization_id, id) WHERE state = 4;
CREATE INDEX suspended_accounts ON accounts (organization_id, id) WHERE state = 3;
CREATE INDEX accounts_by_kind ON accounts (organization_id, account_type, state);
CREATE UNIQUE INDEX accounts_by_external_id ON accounts (organization_id, external_id) WHERE external_id <> '' AND state <> 4;

-- organization_id is empty for the built-in ones, whose levels stand in the versioned matrix (C1).
CREATE TABLE roles (
    id TEXT NOT NULL PRIMARY KEY,
    organization_id TEXT NOT NULL,
    display_name TEXT NOT NULL,
    revision INTEGER NOT NULL
) STRICT;
CREATE INDEX roles_by_organization ON roles (organization_id, id);
INSERT INTO roles (id, organization_id, display_name, revision) VALUES ('rol_full_admin', '', 'Full admin', 1);
INSERT INTO roles (id, organization_id, display_name, revision) VALUES ('rol_policy_admin', '', 'Policy admin', 1);
INSERT INTO roles (id, organization_id, display_name, revision) VALUES ('rol_support', '', 'Support', 1);
INSERT INTO roles (id, organization_id, display_name, revision) VALUES ('rol_auditor', '', 'Auditor', 1);

-- What a role that is not built in has (C14): 1 is view, 2 is edit; a scope without a row is none.
CREATE TABLE role_levels (
    role_id TEXT NOT NULL REFERENCES roles (id),
    scope TEXT NOT NULL,
    level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 2),
    PRIMARY KEY (role_id, scope)
) STRICT;

-- An account with one is an administrator, and no other is. unit_id is empty for the whole organization.
CREATE TABLE role_assignments (
    id TEXT NOT NULL PRIMARY KEY,
    organization_id TEXT NOT NULL REFERENCES organizations (id),
    account_id TEXT NOT NULL REFERENCES accounts (id),
    role_id TEXT NOT NULL REFERENCES roles (id),
    unit_id TEXT NOT NULL,
    create_time INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    UNIQUE (account_id, role_id, unit_id)
) STRICT;
CREATE INDEX role_assignments_by_organization ON role_assignments (organization_id, id);
CREATE INDEX role_assignments_by_role ON role_assignments (role_id, organization_id);

-- A deleted group (2) is a tombstone: its name and external id are free.
CREATE TABLE groups (
    id TEXT NOT NULL PRIMARY KEY,
    organization_id TEXT NOT NULL REFERENCES organizations (id),
    state INTEGER NOT NULL CHECK (state BETWEEN 1 AND 2),
    display_name TEXT NOT NULL,
    external_id TEXT NOT NULL,
    create_time INTEGER NOT NULL,
    revision INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX groups_by_name ON groups (organization_id, display_name) WHERE state <> 2;
CREATE INDEX groups_by_organization ON groups (organization_id, id);
CREATE UNIQUE INDEX groups_by_external_id ON groups (organization_id, external_id) WHERE external_id <> '' AND state <> 2;

-- member_id: an account or a group of the same organization. From expire_time on it gives nothing; NULL is never.
CREATE TABLE group_members (
    group_id TEXT NOT NULL REFERENCES groups (id),
    member_id TEXT NOT NULL,
    organization_id TEXT NOT NULL REFERENCES organizations (id),
    create_time INTEGER NOT NULL,
    expire_time INTEGER,
    PRIMARY KEY (group_id, member_id)
) STRICT;
CREATE INDEX group_members_by_member ON group_members (member_id, group_id);

-- hash: scrypt (RFC 7914) of the password with the parameters beside it.
CREATE TABLE credentials (
    account_id TEXT NOT NULL PRIMARY KEY REFERENCES accounts (id),
    rounds INTEGER NOT NULL,
    block_size INTEGER NOT NULL,
    parallelism INTEGER NOT NULL,
    salt BLOB NOT NULL,
    hash BLOB NOT NULL,
    change_time INTEGER NOT NULL
) STRICT;

-- token_hash: SHA-256 of the token, which is nowhere. use_time: a recent use; the last one may be a minute later.
CREATE TABLE sessions (
    token_hash BLOB NOT NULL PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    create_time INTEGER NOT NULL,
    expire_time INTEGER NOT NULL,
    use_time INTEGER NOT NULL
) STRICT;
CREATE INDEX sessions_by_account ON sessions (account_id);
