/// The delegations of one organization, a million in at most 64 bytes each, found by (mailbox, grantee).
///
/// A record is 40 bytes:
///
/// | offset | bytes | what |
/// |---|---|---|
/// | 0 | 16 | the delegation's id, as two halves (a UInt128 would be aligned to 16 and make it 48) |
/// | 16 | 4 | the mailbox: the handle of its account |
/// | 20 | 4 | the grantee: a handle, the top bit set for a group |
/// | 24 | 1 | rights |
/// | 25 | 1 | has a window |
/// | 26 | 2 | unused |
/// | 28 | 4 | the grantee of the next delegation of the same mailbox |
/// | 32 | 4 | the mailbox of the next delegation to the same grantee |
/// | 36 | 4 | the mailbox of the previous delegation to the same grantee |
///
/// With its tag 41 bytes, in a table that is seven tenths to seven eighths full: 47 to 59. Windows stand aside, since
/// few delegations have one.
///
/// Records lie where their hash says and move when the table grows, so that a decision goes from the
/// key to the record without a table of indices between. A list names its next record by the half of the key
/// that is not the list's own: it is found as any other is, wherever it has moved to.
///
/// Invariants:
/// 1. A record is in exactly one mailbox list and one grantee list.
/// 2. The heads of the lists are with their owners (`OrganizationState`), not here.
/// 3. A window is held for a record if and only if the record says so.
///
/// A mailbox's list is singly linked, for a mailbox has few delegates and a removal may walk; a grantee's is
/// doubly linked, for one group may be given every mailbox there is.
struct DelegationTable: Sendable {
    /// No handle, with or without the group bit.
    static let none = UInt32.max
    static let groupBit: UInt32 = 1 << 31

    struct Record: TableEntry {
        private var idHigh: UInt64
        private var idLow: UInt64
        let mailbox: UInt32
        let grantee: UInt32
        fileprivate(set) var rights: Rights
        fileprivate(set) var hasWindow = false
        var nextOfMailbox: UInt32
        var nextOfGrantee: UInt32
        var previousOfGrantee = none

        init(
            id: DelegationID, mailbox: UInt32, grantee: UInt32, rights: Rights, nextOfMailbox: UInt32 = none,
            nextOfGrantee: UInt32 = none
        ) {
            (idHigh, idLow) = Self.halves(id)
            self.mailbox = mailbox
            self.grantee = grantee
            self.rights = rights
            self.nextOfMailbox = nextOfMailbox
            self.nextOfGrantee = nextOfGrantee
        }

        var id: DelegationID { DelegationID(bits: UInt128(idHigh) << 64 | UInt128(idLow)) }
        fileprivate mutating func set(_ id: DelegationID) { (idHigh, idLow) = Self.halves(id) }

        private static func halves(_ id: DelegationID) -> (UInt64, UInt64) {
            (UInt64(truncatingIfNeeded: id.bits >> 64), UInt64(truncatingIfNeeded: id.bits))
        }

        var group: UInt32? { grantee & groupBit == 0 ? nil : grantee & ~groupBit }

        static let nothing = Record(id: DelegationID(bits: 0), mailbox: none, grantee: none, rights: [])

        var key: UInt64 { Self.key(mailbox, grantee) }

        static func key(_ mailbox: UInt32, _ grantee: UInt32) -> UInt64 {
            UInt64(mailbox) << 32 | UInt64(grantee)
        }

        static func hash(_ key: UInt64) -> UInt64 {
            let mixed = (key ^ (key >> 32)) &* 0x9E37_79B9_7F4A_7C15
            return (mixed ^ (mixed >> 29)) &* 0xBF58_476D_1CE4_E5B9
        }
    }

    private var records = ProbingTable<Record>()
    private(set) var windows: [UInt64: Window] = [:]

    var count: Int { records.count }

    /// Bytes held, without those of the windows: what the goal of 64 a delegation is measured by.
    var bytesHeld: Int { records.bytesHeld }

    /// Where the record of (mailbox, grantee) is, until the next insertion; nil when there is none.
    @inline(__always)
    func find(mailbox: UInt32, grantee: UInt32) -> Int? { records.find(Record.key(mailbox, grantee)) }

    subscript(_ position: Int) -> Record {
        @inline(__always) get { records[position] }
        _modify { yield &records[position] }
    }

    func window(_ position: Int) -> Window {
        records[position].hasWindow ? windows[records[position].key] ?? .always : .always
    }

    /// Room for this many in all, for loading.
    mutating func reserve(_ count: Int) { records.reserve(count) }

    /// Adds a record of a (mailbox, grantee) that has none. Its lists are the caller's to link.
    mutating func insert(_ record: Record, window: Window) {
        var record = record
        record.hasWindow = window != .always
        if record.hasWindow { windows[record.key] = window }
        records.insert(record)
    }

    /// Gives a record other terms and, when the row was made anew, another id.
    mutating func replace(_ position: Int, id: DelegationID, rights: Rights, window: Window) {
        let hadWindow = records[position].hasWindow
        records[position].set(id)
        records[position].rights = rights
        records[position].hasWindow = window != .always
        if window != .always {
            windows[records[position].key] = window
        } else if hadWindow {
            windows[records[position].key] = nil
        }
    }

    /// Removes a record that the caller has taken out of its lists.
    mutating func remove(_ position: Int) {
        if records[position].hasWindow { windows[records[position].key] = nil }
        records.remove(position)
    }

    // MARK: Lists

    /// What a list leads to: there, or the lists are broken.
    func linked(mailbox: UInt32, grantee: UInt32) -> Int {
        guard let position = find(mailbox: mailbox, grantee: grantee) else {
            preconditionFailure("a list of delegations leads to one that is not there")
        }
        return position
    }

    /// The delegations of a mailbox, from the head of its list on.
    @inline(__always)
    func forEach(of mailbox: UInt32, from head: UInt32, _ body: (_ position: Int) -> Void) {
        var grantee = head
        while grantee != Self.none {
            let position = linked(mailbox: mailbox, grantee: grantee)
            body(position)
            grantee = records[position].nextOfMailbox
        }
    }

    /// The delegations to a grantee, from the head of its list on.
    @inline(__always)
    func forEach(to grantee: UInt32, from head: UInt32, _ body: (_ position: Int) -> Void) {
        var mailbox = head
        while mailbox != Self.none {
            let position = linked(mailbox: mailbox, grantee: grantee)
            body(position)
            mailbox = records[position].nextOfGrantee
        }
    }
}
