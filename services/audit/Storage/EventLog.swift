import Messages
package import SQL

/// All logs, one an organization and class: append, read, prove.
///
/// 1. A log only grows: no statement of this module changes or deletes an event or a full tile (rule E3). What tells about
///    persons stands beside the event, and is there with every event that was taken, as its commitments say.
/// 2. Every (source, epoch, sequence) is in it exactly once, with the bytes it came with; and an event that a restored
///    source sends once more, under a new number, is still in it once.
/// 3. The root in `logs` is the root over the leaves in `events`, in every committed state.
/// 4. Within a log `record_time` never goes back, whatever the clock does. It is the time that the log decides by, which
///    takes no jump of more than an hour; what the wall clock said, right or wrong, stands beside it.
package struct EventLog: Sendable {
    /// The name under which the log appends its own events; no producer may have it.
    package static let ownSource = "audit"

    let store: Store
    private let wall: @Sendable () -> Int64
    package let arrivals = Arrivals()
    private let makeEventID: @Sendable (_ now: Int64) -> String
    private let alarm: @Sendable (Equivocation) -> Void
    private let restored: @Sendable (Restoration) -> Void

    /// `wall` is the machine's wall clock in microseconds UTC. `makeEventID` gives an `evt_` id for the time in microseconds UTC. `alarm` is called each time a source
    /// says two things under one number, `restored` once when one begins to count anew.
    package init(
        store: Store, wall: @escaping @Sendable () -> Int64, makeEventID: @escaping @Sendable (_ now: Int64) -> String,
        alarm: @escaping @Sendable (Equivocation) -> Void,
        restored: @escaping @Sendable (Restoration) -> Void = { _ in }
    ) {
        self.store = store
        self.wall = wall
        self.makeEventID = makeEventID
        self.alarm = alarm
        self.restored = restored
    }

    /// Appends what is new in the batch, all or nothing. Throws `LogError` (`gap`, `equivocation`) or `SQLError`.
    package func append(_ batch: Batch) async throws -> Appended {
        CrashPoint.reach(.appendReceived)
        do {
            let (appended, restoration) = try await store.write { transaction in
                var append = try Append(
                    transaction, source: batch.source, epoch: batch.epoch, wall: wall(), restoredFrom: batch.restoredFrom)
                let appended = try append.append(batch.leaves, first: batch.firstSequence)
                if let restoration = append.restoration { try record(OwnEvent(.restored(restoration)), transaction) }
                CrashPoint.reach(.appendWritten)
                return (appended, append.restoration)
            }.value
            CrashPoint.reach(.appendCommitted)
            arrivals.tell(appended.heads.keys)
            if let restoration { restored(restoration) }
            return appended
        } catch let error as LogError {
            switch error.code {
            case .equivocation(let equivocation): try await refuse(equivocation)
            case .gap(let expected):
                try await refuse(
                    Gap(source: batch.source, epoch: batch.epoch, expected: expected, offered: batch.firstSequence))
            default: break
            }
            throw error
        }
    }

    /// Appends an event of the log's own; `event` gets its id and time here. Returns the id and the log's size with it.
    @discardableResult
    package func record(_ event: OwnEvent) async throws -> (id: String, size: Int) {
        let recorded = try await store.write { transaction in try record(event, transaction) }.value
        arrivals.tell([event.log])
        return recorded
    }

    /// The same for several, all or none.
    package func record(_ events: [OwnEvent]) async throws {
        _ = try await store.write { transaction in
            for event in events { try record(event, transaction) }
        }
        arrivals.tell(events.map(\.log))
    }

    @discardableResult
    private func record(_ event: OwnEvent, _ transaction: Transaction) throws -> (id: String, size: Int) {
        var append = try Append(transaction, source: Self.ownSource, epoch: store.epoch, wall: wall())
        // The log itself was restored: that comes first.
        if let own = append.restoration { try self.append(OwnEvent(.restored(own)), &append) }
        return try self.append(event, &append)
    }

    @discardableResult
    private func append(_ own: OwnEvent, _ append: inout Append) throws -> (id: String, size: Int) {
        var event = own.event
        let now = append.transaction.now
        event.id = makeEventID(now)
        event.occurTime = Timestamp(microsecondsSince1970: now)
        let appended = try append.append(
            [try Leaf(AppendedEvent(leaf: event.encoded(), personal: own.personal), place: 0)], first: nil)
        return (event.id, appended.heads[own.log]?.size ?? 0)
    }

    /// In a transaction of its own: the one of the batch is undone.
    private func refuse(_ gap: Gap) async throws {
        let isNew = try await store.write { transaction in
            guard try gap.note(transaction) else { return false }
            try record(OwnEvent(.refused(gap)), transaction)
            return true
        }.value
        if isNew { arrivals.tell([.installation]) }
    }

    /// In a transaction of its own: the one of the batch is undone.
    private func refuse(_ equivocation: Equivocation) async throws {
        alarm(equivocation)
        _ = try await store.write { transaction in
            guard try note(equivocation, transaction) else { return }
            try record(OwnEvent(.refused(equivocation)), transaction)
        }
    }

    /// False when one was refused under this number before: what else a source would say under it adds nothing, and a
    /// source chooses how much that is.
    private func note(_ equivocation: Equivocation, _ transaction: Transaction) throws -> Bool {
        guard let source = try SourceRow.find(equivocation.source, epoch: equivocation.epoch, transaction) else {
            throw LogError(.damaged, "a source that equivocates was not found")
        }
        let known = try transaction.first(
            "SELECT 1 FROM equivocations WHERE source = ? AND sequence = ? LIMIT 1",
            [.integer(source.source), .integer(equivocation.sequence)]
        ) { $0.integer(0) }
        guard known == nil else { return false }
        try transaction.run(
            "INSERT INTO equivocations (source, sequence, offered, recorded, refused_at) VALUES (?, ?, ?, ?, ?)",
            [
                .integer(source.source), .integer(equivocation.sequence), .blob(equivocation.offered.bytes),
                .blob(equivocation.recorded.bytes), .integer(transaction.now),
            ])
        return true
    }
}
