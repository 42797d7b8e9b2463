/// The tables every store has, whatever the service: migration 0.
enum StoreSchema {
    static let migration = Migration(
        number: 0, name: "store",
        sql: """
            CREATE TABLE migrations (
                number INTEGER NOT NULL PRIMARY KEY,
                name TEXT NOT NULL,
                digest TEXT NOT NULL,
                applied_at INTEGER NOT NULL
            ) STRICT;

            -- One row. secret_key: keys the hashes that stand for secrets in the log. position: of the last write.
            -- outbox_next: the sequence the next event gets. earlier_epoch, earlier_next: the life that a backup was made in,
            -- and its outbox_next then; empty and 0 where this is the first life.
            -- changes_from: changes at smaller positions are no longer kept. is_copy: a backup that nobody opened yet.
            CREATE TABLE store_state (
                only_row INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
                epoch TEXT NOT NULL,
                secret_key BLOB NOT NULL,
                create_time INTEGER NOT NULL,
                is_copy INTEGER NOT NULL DEFAULT 0,
                position INTEGER NOT NULL DEFAULT 0,
                outbox_next INTEGER NOT NULL DEFAULT 1,
                changes_from INTEGER NOT NULL DEFAULT 1,
                lease_micros INTEGER NOT NULL DEFAULT 0,
                earlier_epoch TEXT NOT NULL DEFAULT '',
                earlier_next INTEGER NOT NULL DEFAULT 0
            ) STRICT;

            CREATE TABLE change_log (
                position INTEGER NOT NULL,
                ordinal INTEGER NOT NULL,
                organization TEXT NOT NULL,
                id TEXT NOT NULL,
                type TEXT NOT NULL,
                value BLOB NOT NULL,
                deleted INTEGER NOT NULL,
                cascade INTEGER NOT NULL,
                PRIMARY KEY (position, ordinal)
            ) STRICT;

            CREATE TABLE outbox (
                sequence INTEGER NOT NULL PRIMARY KEY,
                event BLOB NOT NULL,
                written_at INTEGER NOT NULL
            ) STRICT;

            CREATE TABLE requests (
                caller TEXT NOT NULL,
                request_id TEXT NOT NULL,
                method TEXT NOT NULL,
                digest BLOB NOT NULL,
                answer BLOB NOT NULL,
                position INTEGER NOT NULL,
                written_at INTEGER NOT NULL,
                PRIMARY KEY (caller, request_id)
            ) STRICT;
            CREATE INDEX requests_by_age ON requests (written_at);

            -- What time does (Sources/Due). at: when it is due. try_at: when it is tried next; at, until it has failed.
            CREATE TABLE due (
                key TEXT NOT NULL,
                kind TEXT NOT NULL,
                organization TEXT NOT NULL,
                at INTEGER NOT NULL,
                attempts INTEGER NOT NULL,
                try_at INTEGER NOT NULL,
                PRIMARY KEY (key, kind)
            ) STRICT;
            CREATE INDEX due_by_time ON due (try_at, at, kind, key);
            CREATE INDEX due_failing ON due (at) WHERE attempts > 0;
            """)
}
