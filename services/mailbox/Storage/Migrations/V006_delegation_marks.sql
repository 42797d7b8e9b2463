-- Whose delegations were revoked all at once: those whose grant_position is no later than the mark's position are no more, and
-- their rows are being removed. named: the mailbox or the grantee. behalf: the account that wanted it; empty for nobody.
CREATE TABLE delegation_marks (
    named TEXT NOT NULL,
    position INTEGER NOT NULL,
    behalf TEXT NOT NULL,
    PRIMARY KEY (named, position)
) STRICT;

CREATE INDEX delegations_by_grantee ON delegations (grantee_id, mailbox_id);

-- The delegations that there are. Where no mark is, which is nearly always, only that is asked, once a statement.
CREATE VIEW unmarked_delegations AS
SELECT id, organization_id, mailbox_id, grantee_id, rights, start_time, expire_time, granted_by, create_time, displayed_sender,
    folders, frozen, self_grant, grant_position, revision
FROM delegations
WHERE NOT EXISTS (SELECT 1 FROM delegation_marks)
    OR (
        NOT EXISTS (SELECT 1 FROM delegation_marks WHERE named = mailbox_id AND position >= grant_position)
        AND NOT EXISTS (SELECT 1 FROM delegation_marks WHERE named = grantee_id AND position >= grant_position)
    );
