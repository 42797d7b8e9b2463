-- What a grant says besides rights and times. displayed_sender: 0 as the mailbox says, 1 show the delegate, 2 hide it (D14).
-- folders: what open is limited to (D27); a line each, without an end: the sum of 1 read, 2 write, 4 delete, then the folder's
-- path, with /* behind it where all below it counts; in the order of the paths' bytes. Empty: the whole mailbox.
ALTER TABLE delegations ADD COLUMN displayed_sender INTEGER NOT NULL DEFAULT 0 CHECK (displayed_sender BETWEEN 0 AND 2);
ALTER TABLE delegations ADD COLUMN folders TEXT NOT NULL DEFAULT '';
-- It is there and does not count (D2).
ALTER TABLE delegations ADD COLUMN frozen INTEGER NOT NULL DEFAULT 0 CHECK (frozen BETWEEN 0 AND 1);
-- Who granted it last was given it by it (D20). Of what is older than this column nobody knows.
ALTER TABLE delegations ADD COLUMN self_grant INTEGER NOT NULL DEFAULT 0 CHECK (self_grant BETWEEN 0 AND 1);
-- The position of the write that inserted the row; 0 before all positions. A mark of an earlier position does not reach it.
ALTER TABLE delegations ADD COLUMN grant_position INTEGER NOT NULL DEFAULT 0;
