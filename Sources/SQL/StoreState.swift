/// The one row of `store_state`, and the length of the outbox, as the writer knows them.
struct StoreState: Sendable, Equatable {
    var epoch: String
    /// Made with the database; a restored copy keeps it.
    let secretKey: [UInt8]
    /// Of the last write.
    var position: Int64
    /// The sequence the next event gets.
    var outboxNext: Int64
    /// Changes at smaller positions are no longer kept.
    var changesFrom: Int64
    /// The longest lease ever promised to a follower.
    var leaseMicros: Int64
    /// Events not yet acknowledged. Counted when the store opens, not stored.
    var outboxLength: Int

    static func load(_ connection: any Connection) throws(SQLError) -> StoreState {
        let length = try connection.first("SELECT count(*) FROM outbox") { $0.int(0) } ?? 0
        let state = try connection.first(
            "SELECT epoch, secret_key, position, outbox_next, changes_from, lease_micros FROM store_state"
        ) {
            StoreState(
                epoch: $0.text(0), secretKey: $0.blob(1), position: $0.integer(2), outboxNext: $0.integer(3),
                changesFrom: $0.integer(4), leaseMicros: $0.integer(5), outboxLength: length)
        }
        guard let state else { throw SQLError(.schema, "store_state has no row: restore a backup") }
        return state
    }

    func save(_ connection: any Connection) throws(SQLError) {
        try connection.run(
            "UPDATE store_state SET position = ?, outbox_next = ?, changes_from = ?, lease_micros = ?",
            [.integer(position), .integer(outboxNext), .integer(changesFrom), .integer(leaseMicros)])
    }
}
