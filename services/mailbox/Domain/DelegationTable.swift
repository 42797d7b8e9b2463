/// The delegations of one organization, a million in at most 64 bytes each.
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
/// | 28 | 4 | next record of the same mailbox |
/// | 32 | 4 | next record of the same grantee |
/// | 36 | 4 | previous record of the same grantee |
///
/// The array grows by an eighth: at most 45 bytes. The probing table holds one UInt32 a slot and is
/// at most three quarters full and at least three eighths: at most 11 bytes. Of a slot's bits, as many as the
/// table's size needs are the index of a record; the others are a tag from the hash, so that a probe reads no
/// record but the one it looks for (one cache line of forty megabytes is most of what a decision costs).
/// Windows stand aside, since few delegations have one.
///
/// Invariants:
/// 1. A slot of the probing table is `none` or the tag and index of a live record, and every live record is found
///    by probing from its hash without meeting `none` (removal shifts back, it leaves no tombstones).
/// 2. A record is in exactly one mailbox list and one grantee list while it is live, and otherwise in
///    the list of free records, linked by `nextOfMailbox`.
/// 3. An index is below the number of slots, for records are at most three quarters of the largest number of
///    slots there has been and slots are never given up; so no tag and index together look like `none`.
/// 4. The heads of the lists are with their owners (`OrganizationState`), not here.
///
/// A mailbox's list is singly linked, for a mailbox has few delegates and a removal may walk; a grantee's is
/// doubly linked, for one group may be given every mailbox there is.
struct DelegationTable: Sendable {
    static let none = UInt32.max
    static let groupBit: UInt32 = 1 << 31

    struct Record: Sendable {
        var idHigh: UInt64
        var idLow: UInt64
        var mailbox: UInt32
        var grantee: UInt32
        var rights: Rights
        var hasWindow: Bool
        var nextOfMailbox: UInt32 = none
        var nextOfGrantee: UInt32 = none
        var previousOfGrantee: UInt32 = none

        var id: DelegationID { DelegationID(bits: UInt128(idHigh) << 64 | UInt128(idLow)) }
        var group: UInt32? { grantee & groupBit == 0 ? nil : grantee & ~groupBit }
    }

    private(set) var records: ContiguousArray<Record> = []
    private(set) var count = 0
    private var windows: [UInt32: Window] = [:]
    private var firstFree = none
    private var slots = ContiguousArray(repeating: none, count: 16)
    private var shift: UInt64 = 60

    subscript(_ index: UInt32) -> Record {
        get { records[Int(index)] }
        set { records[Int(index)] = newValue }
    }

    func window(_ index: UInt32) -> Window {
        records[Int(index)].hasWindow ? windows[index] ?? .always : .always
    }

    /// The record of (mailbox, grantee); `none` when there is none.
    func find(mailbox: UInt32, grantee: UInt32) -> UInt32 {
        let mask = slots.count - 1
        let hash = Self.hash(mailbox, grantee)
        let tag = tag(hash)
        var slot = home(hash)
        while true {
            let entry = slots[slot]
            if entry == Self.none { return entry }
            if entry & ~UInt32(truncatingIfNeeded: mask) == tag {
                let index = entry & UInt32(truncatingIfNeeded: mask)
                if records[Int(index)].mailbox == mailbox, records[Int(index)].grantee == grantee { return index }
            }
            slot = (slot + 1) & mask
        }
    }

    /// Room for this many at once, for loading.
    mutating func reserve(_ count: Int) {
        records.reserveCapacity(count)
        while count * 4 > slots.count * 3 { rehash(slots.count * 2) }
    }

    /// Adds a record of a (mailbox, grantee) that has none. Its lists are the caller's to link.
    mutating func insert(
        id: DelegationID, mailbox: UInt32, grantee: UInt32, rights: Rights, window: Window
    ) -> UInt32 {
        if (count + 1) * 4 > slots.count * 3 { rehash(slots.count * 2) }
        let record = Record(
            idHigh: UInt64(truncatingIfNeeded: id.bits >> 64), idLow: UInt64(truncatingIfNeeded: id.bits),
            mailbox: mailbox, grantee: grantee, rights: rights, hasWindow: false)
        let index: UInt32
        if firstFree != Self.none {
            index = firstFree
            firstFree = records[Int(index)].nextOfMailbox
            records[Int(index)] = record
        } else {
            precondition(records.count < Int(Self.groupBit), "an organization has fewer than 2^31 delegations")
            if records.count == records.capacity {
                records.reserveCapacity(records.count + records.count / 8 + 16)
            }
            index = UInt32(records.count)
            records.append(record)
        }
        setWindow(index, window)
        place(index)
        count += 1
        return index
    }

    /// Gives a record other terms and, when the row was made anew, another id.
    mutating func replace(_ index: UInt32, id: DelegationID, rights: Rights, window: Window) {
        records[Int(index)].idHigh = UInt64(truncatingIfNeeded: id.bits >> 64)
        records[Int(index)].idLow = UInt64(truncatingIfNeeded: id.bits)
        records[Int(index)].rights = rights
        setWindow(index, window)
    }

    /// Frees a record that the caller has taken out of its lists.
    mutating func remove(_ index: UInt32) {
        unplace(index)
        setWindow(index, .always)
        records[Int(index)].nextOfMailbox = firstFree
        firstFree = index
        count -= 1
    }

    /// Bytes held, without those of the windows: what the goal of 64 a delegation is measured by.
    var bytesHeld: Int {
        records.capacity * MemoryLayout<Record>.stride + slots.capacity * MemoryLayout<UInt32>.stride
    }

    private mutating func setWindow(_ index: UInt32, _ window: Window) {
        let bounded = window != .always
        if bounded {
            windows[index] = window
        } else if records[Int(index)].hasWindow {
            windows[index] = nil
        }
        records[Int(index)].hasWindow = bounded
    }

    // MARK: Probing

    private static func hash(_ mailbox: UInt32, _ grantee: UInt32) -> UInt64 {
        var key = UInt64(mailbox) << 32 | UInt64(grantee)
        key = (key ^ (key >> 32)) &* 0x9E37_79B9_7F4A_7C15
        return (key ^ (key >> 29)) &* 0xBF58_476D_1CE4_E5B9
    }

    private func hash(of index: UInt32) -> UInt64 {
        Self.hash(records[Int(index)].mailbox, records[Int(index)].grantee)
    }

    /// The top bits say where to begin.
    private func home(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash >> shift) }

    /// Bits from the middle, in the place that an index leaves free.
    private func tag(_ hash: UInt64) -> UInt32 {
        UInt32(truncatingIfNeeded: hash >> 8) & ~UInt32(truncatingIfNeeded: slots.count - 1)
    }

    private func index(in entry: UInt32) -> UInt32 { entry & UInt32(truncatingIfNeeded: slots.count - 1) }

    private mutating func place(_ index: UInt32) {
        let mask = slots.count - 1
        let hash = hash(of: index)
        var slot = home(hash)
        while slots[slot] != Self.none { slot = (slot + 1) & mask }
        slots[slot] = tag(hash) | index
    }

    /// Knuth, vol. 3, 6.4, algorithm R: what follows moves back over the gap unless it is at home there.
    private mutating func unplace(_ index: UInt32) {
        let mask = slots.count - 1
        let hash = hash(of: index)
        var gap = home(hash)
        while slots[gap] != tag(hash) | index { gap = (gap + 1) & mask }
        var next = gap
        while true {
            next = (next + 1) & mask
            let moved = slots[next]
            if moved == Self.none { break }
            let home = home(self.hash(of: self.index(in: moved)))
            // Its home lies cyclically after the gap: it would not be found from there.
            if (next - home) & mask < (next - gap) & mask { continue }
            slots[gap] = moved
            gap = next
        }
        slots[gap] = Self.none
    }

    private mutating func rehash(_ size: Int) {
        let old = slots
        let indexMask = UInt32(truncatingIfNeeded: old.count - 1)
        slots = ContiguousArray(repeating: Self.none, count: size)
        shift = 64 - UInt64(size.trailingZeroBitCount)
        for entry in old where entry != Self.none { place(entry & indexMask) }
    }
}
