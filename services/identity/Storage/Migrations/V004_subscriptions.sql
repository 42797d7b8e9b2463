-- Tenants, subscriptions and their licences (A6). Times are microseconds UTC.

CREATE TABLE tenants (
    id TEXT NOT NULL PRIMARY KEY,
    organization_id TEXT NOT NULL REFERENCES organizations (id),
    display_name TEXT NOT NULL,
    external_id TEXT NOT NULL,
    create_time INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    UNIQUE (organization_id, display_name)
) STRICT;
CREATE INDEX tenants_by_organization ON tenants (organization_id, id);
CREATE UNIQUE INDEX tenants_by_external_id ON tenants (organization_id, external_id) WHERE external_id <> '';

-- tenant_id is empty for none, and of a cancelled one (2) the tenant may be gone. assigned_count: how many licences name
-- it, counted where those are written; the constraint holds the limit whatever a rule may have missed.
CREATE TABLE subscriptions (
    id TEXT NOT NULL PRIMARY KEY,
    organization_id TEXT NOT NULL REFERENCES organizations (id),
    tenant_id TEXT NOT NULL,
    plan TEXT NOT NULL,
    licence_count INTEGER NOT NULL,
    assigned_count INTEGER NOT NULL DEFAULT 0,
    state INTEGER NOT NULL CHECK (state BETWEEN 1 AND 2),
    create_time INTEGER NOT NULL,
    cancel_time INTEGER,
    revision INTEGER NOT NULL,
    CHECK (assigned_count BETWEEN 0 AND licence_count),
    CHECK ((state = 2) = (cancel_time IS NOT NULL))
) STRICT;
CREATE INDEX subscriptions_by_organization ON subscriptions (organization_id, id);
CREATE INDEX subscriptions_by_tenant ON subscriptions (tenant_id) WHERE state = 1;

-- An account has one at most.
CREATE TABLE licences (
    id TEXT NOT NULL PRIMARY KEY,
    organization_id TEXT NOT NULL REFERENCES organizations (id),
    subscription_id TEXT NOT NULL REFERENCES subscriptions (id),
    account_id TEXT NOT NULL UNIQUE REFERENCES accounts (id),
    create_time INTEGER NOT NULL
) STRICT;
CREATE INDEX licences_by_organization ON licences (organization_id, id);
CREATE INDEX licences_by_subscription ON licences (subscription_id, id);
