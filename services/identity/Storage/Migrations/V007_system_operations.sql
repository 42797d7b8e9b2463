-- Who holds which system operation (D10). Times are microseconds UTC.

-- id: the holder and the operation in words, as followers know it. holder_id: an account or a group of the same organization.
CREATE TABLE system_operations (
    id TEXT NOT NULL PRIMARY KEY,
    organization_id TEXT NOT NULL REFERENCES organizations (id),
    holder_id TEXT NOT NULL,
    operation INTEGER NOT NULL CHECK (operation BETWEEN 1 AND 2),
    granted_by TEXT NOT NULL,
    create_time INTEGER NOT NULL,
    UNIQUE (holder_id, operation)
) STRICT;
CREATE INDEX system_operations_by_organization ON system_operations (organization_id, id);

-- Whether an account was made while policy sharing_default was off (D7).
ALTER TABLE accounts ADD COLUMN is_unshared INTEGER NOT NULL DEFAULT 0 CHECK (is_unshared IN (0, 1));
