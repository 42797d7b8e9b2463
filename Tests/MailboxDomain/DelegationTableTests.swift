import Testing

@testable import MailboxDomain

struct DelegationTableTests {
    @Test("the table finds what was put in and nothing else, through growth and removal")
    func probing() {
        var random = Seeded(state: 7)
        var table = DelegationTable()
        var expected: [UInt64: UInt32] = [:]
        for step in 0..<20_000 {
            let mailbox = UInt32.random(in: 0..<60, using: &random)
            let grantee = UInt32.random(in: 0..<60, using: &random)
            let key = UInt64(mailbox) << 32 | UInt64(grantee)
            if let there = expected[key] {
                #expect(table.find(mailbox: mailbox, grantee: grantee) == there)
                table.remove(there)
                expected[key] = nil
                #expect(table.find(mailbox: mailbox, grantee: grantee) == DelegationTable.none)
            } else {
                expected[key] = table.insert(
                    id: DelegationID(bits: UInt128(step)), mailbox: mailbox, grantee: grantee, rights: .open,
                    window: step % 3 == 0 ? Window(expiresAt: Int64(step)) : .always)
            }
        }
        #expect(table.count == expected.count)
        for (key, index) in expected {
            #expect(table.find(mailbox: UInt32(key >> 32), grantee: UInt32(key & 0xFFFF_FFFF)) == index)
        }
    }

    @Test("a record is 40 bytes, and a delegation at most 64 with all that is held for it")
    func size() {
        #expect(MemoryLayout<DelegationTable.Record>.stride == 40)
        var table = DelegationTable()
        var worst = 0.0
        for number in UInt32(0)..<60_000 {
            _ = table.insert(
                id: DelegationID(bits: UInt128(number)), mailbox: number / 7, grantee: number, rights: .open,
                window: .always)
            if number > 10_000 { worst = max(worst, Double(table.bytesHeld) / Double(table.count)) }
        }
        #expect(worst <= 64)
    }

    @Test("the index of ids keeps what was entered and the latest place")
    func ids() {
        var table = IDTable()
        let one = OrganizationIndex(1)
        let two = OrganizationIndex(2)
        for number in UInt32(0)..<5000 {
            let bits = UInt128(number)
            table.enter(bits, hash: IDTable.hash(bits), Directory.Place(organization: one, handle: number))
        }
        table.enter(17, hash: IDTable.hash(17), Directory.Place(organization: two, handle: 3))
        for number in UInt32(0)..<5000 {
            let place = table.place(table.find(UInt128(number), hash: IDTable.hash(UInt128(number))))
            #expect(place?.handle == (number == 17 ? 3 : number))
            #expect(place?.organization === (number == 17 ? two : one))
        }
        #expect(table.place(table.find(5000, hash: IDTable.hash(5000))) == nil)
    }
}
