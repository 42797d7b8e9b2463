/// What an entry does when its time has come, as in invitation.lapse. What does it is told by `DueAction`.
package struct DueKind: Sendable, Hashable {
    package let name: String

    package init(_ name: String) { self.name = name }
}

/// What is to happen, and when: one row of the table `due`. There is one a kind and key at most.
package struct DueEntry: Sendable, Equatable {
    package var kind: DueKind
    /// What it happens to, by its id. Entries of one key are done in the order of their times.
    package var key: String
    /// Whose it is.
    package var organization: String
    /// Microseconds UTC.
    package var at: Int64
    /// How often it was tried in vain.
    package internal(set) var attempts = 0
    /// When it is tried next: `at`, until it has failed, has found no room, or waits for another of its key.
    package internal(set) var tryAt: Int64

    package init(_ kind: DueKind, _ key: String, organization: String, at: Int64) {
        self.kind = kind
        self.key = key
        self.organization = organization
        self.at = at
        tryAt = at
    }

    /// The order in which entries are done: by when they are tried, then by when they were due.
    static func isBefore(_ one: DueEntry, _ other: DueEntry) -> Bool {
        (one.tryAt, one.at, one.kind.name, one.key) < (other.tryAt, other.at, other.kind.name, other.key)
    }

    /// Of the same key and to be done before it: its time is earlier, or at the same time its kind is first by name.
    func precedes(_ other: DueEntry) -> Bool {
        key == other.key && (at, kind.name) < (other.at, other.kind.name)
    }

    /// Tried in vain at `now`. The next try waits twice as long as the one before: a second at first, an hour at most.
    func failed(at now: Int64) -> DueEntry {
        var failed = self
        failed.attempts += 1
        failed.tryAt = now + Self.pause(after: failed.attempts)
        return failed
    }

    /// Found no room at `now`, which comes back for all at once and soon: tried again a second later, and it counts as never tried.
    func withoutRoom(at now: Int64) -> DueEntry {
        var waiting = self
        waiting.tryAt = now + Self.firstPause
        return waiting
    }

    static let firstPause: Int64 = 1_000_000
    static let longestPause: Int64 = 3_600_000_000

    static func pause(after attempts: Int) -> Int64 {
        // 2^12 seconds are more than an hour; further doublings would only overflow.
        min(longestPause, firstPause << Int64(min(max(attempts, 1) - 1, 12)))
    }
}
