/// The delegations of one organization, a million in at most 64 bytes each, found by (mailbox, grantee).
///
/// A record is 44 bytes:
///
/// | offset | bytes | what |
/// |---|---|---|
/// | 0 | 16 | the delegation's id, as four words (a UInt128 would be aligned to 16, a UInt64 to 8, and make it 48) |
/// | 16 | 4 | the mailbox: the handle of its account |
/// | 20 | 4 | the grantee: a handle, the top bit set for a group |
/// | 24 | 1 | rights |
/// | 25 | 1 | marks: has a window, has folders, is frozen, shows or hides its sender |
/// | 26 | 2 | unused |
/// | 28 | 4 | the grantee of the next delegation of the same mailbox |
/// | 32 | 4 | the grantee of the previous delegation of the same mailbox |
/// | 36 | 4 | the mailbox of the next delegation to the same grantee |
/// | 40 | 4 | the mailbox of the previous delegation to the same grantee |
///
/// With its tag 45 bytes, in a table that is five sevenths to seven eighths full: 52 to 63. Windows and folders stand aside,
/// since few delegations have one or the other.
///
/// Records lie where their hash says and move when the table grows, so that a decision goes from the
/// key to the record without a table of indices between. A list names its next record by the half of the key
/// that is not the list's own: it is found as any other is, wherever it has moved to.
///
/// Invariants:
/// 1. A record is in exactly one mailbox list and one grantee list.
/// 2. The heads of the lists are with their owners (`OrganizationState`), not here.
/// 3. A window is held for a record if and only if the record says so; folders likewise.
///
/// Both lists are doubly linked, so that a removal costs the same wherever it is: one group may be given every mailbox there
/// is, and one mailbox has fifty thousand delegates.
struct DelegationTable: Sendable {
    /// No handle, with or without the group bit.
    static let none = UInt32.max
    static let groupBit: UInt32 = 1 << 31

    struct Record: TableEntry {
        private var id0, id1, id2, id3: UInt32
        let mailbox: UInt32
        let grantee: UInt32
        fileprivate(set) var rights: Rights
        fileprivate var marks: Marks
        var nextOfMailbox: UInt32
        var previousOfMailbox = none
        var nextOfGrantee: UInt32
        var previousOfGrantee = none

        fileprivate struct Marks: OptionSet, Sendable {
            let rawValue: UInt8

            static let window = Marks(rawValue: 1)
            static let folders = Marks(rawValue: 2)
            static let frozen = Marks(rawValue: 4)
            static let shows = Marks(rawValue: 8)
            static let hides = Marks(rawValue: 16)

            init(rawValue: UInt8) { self.rawValue = rawValue }

            init(_ delegation: Delegation) {
                self = []
                if delegation.window != .always { insert(.window) }
                if !delegation.folders.isEmpty { insert(.folders) }
                if delegation.frozen { insert(.frozen) }
                switch delegation.sender {
                case .show: insert(.shows)
                case .hide: insert(.hides)
                case nil: break
                }
            }
        }

        init(
            _ delegation: Delegation, mailbox: UInt32, grantee: UInt32, nextOfMailbox: UInt32 = none,
            nextOfGrantee: UInt32 = none
        ) {
            (id0, id1, id2, id3) = Self.words(delegation.id)
            self.mailbox = mailbox
            self.grantee = grantee
            rights = delegation.rights
            marks = Marks(delegation)
            self.nextOfMailbox = nextOfMailbox
            self.nextOfGrantee = nextOfGrantee
        }

        private init() {
            (id0, id1, id2, id3) = (0, 0, 0, 0)
            (mailbox, grantee, rights, marks, nextOfMailbox, nextOfGrantee) = (none, none, [], [], none, none)
        }

        static let nothing = Record()

        var id: DelegationID {
            DelegationID(bits: UInt128(id0) | UInt128(id1) << 32 | UInt128(id2) << 64 | UInt128(id3) << 96)
        }

        fileprivate mutating func set(_ delegation: Delegation) {
            (id0, id1, id2, id3) = Self.words(delegation.id)
            rights = delegation.rights
            marks = Marks(delegation)
        }

        private static func words(_ id: DelegationID) -> (UInt32, UInt32, UInt32, UInt32) {
            (
                UInt32(truncatingIfNeeded: id.bits), UInt32(truncatingIfNeeded: id.bits >> 32),
                UInt32(truncatingIfNeeded: id.bits >> 64), UInt32(truncatingIfNeeded: id.bits >> 96)
            )
        }

        var hasWindow: Bool { marks.contains(.window) }
        var hasFolders: Bool { marks.contains(.folders) }
        var isFrozen: Bool { marks.contains(.frozen) }
        /// Its rights are all there is to know of what it gives.
        var isPlain: Bool {
            @inline(__always) get { marks.isDisjoint(with: [.window, .folders, .frozen]) }
        }

        /// Its own; nil: as its mailbox says.
        var sender: SenderDisplay? { marks.contains(.shows) ? .show : marks.contains(.hides) ? .hide : nil }

        var group: UInt32? { grantee & groupBit == 0 ? nil : grantee & ~groupBit }

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
    private(set) var folders: [UInt64: [FolderGrant]] = [:]

    var count: Int { records.count }

    /// Bytes held, without those of windows and folders: what the goal of 64 a delegation is measured by.
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

    func folders(_ position: Int) -> [FolderGrant] {
        records[position].hasFolders ? folders[records[position].key] ?? [] : []
    }

    /// Room for this many in all, for loading.
    mutating func reserve(_ count: Int) { records.reserve(count) }

    /// Adds a record of a (mailbox, grantee) that has none, of this delegation. Its lists are the caller's to link.
    mutating func insert(_ record: Record, _ delegation: Delegation) {
        records.insert(record)
        setAside(record, delegation.window, delegation.folders)
    }

    /// Gives a record other terms and, when the row was made anew, another id.
    mutating func replace(_ position: Int, with delegation: Delegation) {
        let had = records[position]
        records[position].set(delegation)
        let has = records[position]
        if !had.isPlain || !has.isPlain { setAside(has, delegation.window, delegation.folders) }
    }

    /// Removes a record that the caller has taken out of its lists.
    mutating func remove(_ position: Int) {
        if !records[position].isPlain { setAside(records[position], .always, []) }
        records.remove(position)
    }

    private mutating func setAside(_ record: Record, _ window: Window, _ folders: [FolderGrant]) {
        if window != .always || !windows.isEmpty { windows[record.key] = window == .always ? nil : window }
        if !folders.isEmpty || !self.folders.isEmpty { self.folders[record.key] = folders.isEmpty ? nil : folders }
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
