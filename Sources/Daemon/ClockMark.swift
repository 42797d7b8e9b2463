internal import SQL

/// Where the clock that decisions read stood, and when that was by the machine's steady clock: what a restart begins with.
///
/// 1. A mark is at most `keptFor` old, and a step that takes the clock more than `deviationMax` off the old mark gets a
///    new one at the next look of `ClockWatch`. That is one small write in ten seconds, which shares the commit of
///    whatever else is written; and reading the clock costs none.
/// 2. So whatever was decided on in this boot lies before mark + steady time since + `deviationMax` + one segment, and
///    whatever was decided on in an earlier boot before mark + `ClockState.reserve`.
///
/// 3. A stored mark is replaced by a later one only. Who stores one has read the clock before, and another may have stored
///    the mark of a step since.
///
/// What remains: a step forward, then a crash before its mark is stored (a second, of an accepted jump one commit; longer
/// on a full disk), and a wall clock that is stepped back before the restart. Then the clock may read earlier than before,
/// by that step.
struct ClockMark: Sendable, Equatable {
    static let keptFor: Int64 = 10_000_000
    static let deviationMax: Int64 = 100_000

    /// Microseconds since 1970.
    var time: Int64
    /// Microseconds of CLOCK_BOOTTIME in `boot`.
    var steady: Int64
    /// Of the machine: the steady clock of another one says nothing.
    var boot: String

    /// Whether it says too little of how the clock stands now.
    func isOver(at state: ClockState) -> Bool {
        let elapsed = state.steady - steady
        return elapsed >= Self.keptFor || state.time - (time + elapsed) > Self.deviationMax
    }
}

extension DecisionClock {
    /// Continues from the store's mark, if it has one. Before anything is decided on.
    func resume(from store: Store) async throws {
        let mark = try await store.housekeep { transaction in
            try ClockMark.createTable(transaction)
            return try ClockMark.find(transaction)
        }
        if let mark { resume(mark) }
    }
}

extension ClockMark {
    /// The table is the process's, whatever the service: no migration of a service's knows of it.
    static func createTable(_ connection: some Connection) throws(SQLError) {
        try connection.run(
            """
            CREATE TABLE IF NOT EXISTS clock_mark (
                only_row INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
                decision_time INTEGER NOT NULL,
                steady INTEGER NOT NULL,
                boot TEXT NOT NULL
            ) STRICT
            """)
    }

    static func find(_ connection: some Connection) throws(SQLError) -> ClockMark? {
        try connection.first("SELECT decision_time, steady, boot FROM clock_mark") {
            ClockMark(time: $0.integer(0), steady: $0.integer(1), boot: $0.text(2))
        }
    }

    /// Where the stored mark is later than this one, it stays.
    func save(_ connection: some Connection) throws(SQLError) {
        try connection.run(
            """
            INSERT INTO clock_mark (only_row, decision_time, steady, boot) VALUES (1, ?, ?, ?)
            ON CONFLICT (only_row) DO UPDATE SET
                decision_time = excluded.decision_time, steady = excluded.steady, boot = excluded.boot
                WHERE excluded.decision_time > clock_mark.decision_time
            """, [.integer(time), .integer(steady), .text(boot)])
    }
}
