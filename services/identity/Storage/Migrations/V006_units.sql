-- parent_id: the unit directly above; empty at the top. default_domain: A-labels in lower case.
CREATE TABLE units (
    id TEXT NOT NULL PRIMARY KEY,
    organization_id TEXT NOT NULL REFERENCES organizations (id),
    parent_id TEXT NOT NULL,
    display_name TEXT NOT NULL,
    external_id TEXT NOT NULL,
    default_domain TEXT NOT NULL,
    create_time INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    UNIQUE (organization_id, parent_id, display_name)
) STRICT;
CREATE INDEX units_by_organization ON units (organization_id, id);
CREATE INDEX units_by_parent ON units (organization_id, parent_id, id);
CREATE INDEX units_by_name ON units (organization_id, display_name, id);
CREATE INDEX units_by_default_domain ON units (organization_id, default_domain) WHERE default_domain <> '';
CREATE UNIQUE INDEX units_by_external_id ON units (organization_id, external_id) WHERE external_id <> '';

-- A deleted account belongs to none.
CREATE INDEX accounts_by_unit ON accounts (unit_id, id) WHERE unit_id <> '';
CREATE INDEX role_assignments_by_unit ON role_assignments (unit_id) WHERE unit_id <> '';
