import MailboxDomain
import Testing

@testable import MailboxHandlers

struct AdministratorChangesTests {
    private func organization(_ number: Int) -> OrganizationID { OrganizationID(bits: UInt128(number)) }

    @Test("an organization has changed when one of its own changes came behind the number")
    func own() {
        let changes = AdministratorChanges()
        let atFirst = changes.last
        changes.advance(in: organization(1))
        let between = changes.last
        changes.advance(in: organization(2))
        let table = [(1, atFirst, true), (2, atFirst, true), (3, atFirst, false), (1, between, false), (2, between, true)]
        for (number, since, expected) in table {
            #expect(changes.changed(in: organization(number), since: since) == expected, "\(number) since \(since)")
        }
        #expect(!changes.changed(in: organization(2), since: changes.last))
        let before = changes.last
        changes.advanceAll()
        for number in 1...3 {
            #expect(changes.changed(in: organization(number), since: before))
            #expect(!changes.changed(in: organization(number), since: changes.last))
        }
    }

    @Test("with more organizations than it keeps no change is missed")
    func bounded() {
        let changes = AdministratorChanges()
        var numbers: [Int] = []
        let count = AdministratorChanges.organizationsMax + 10
        for number in 0..<count {
            numbers.append(changes.last)
            changes.advance(in: organization(number))
        }
        for number in 0..<count {
            #expect(changes.changed(in: organization(number), since: numbers[number]))
            #expect(!changes.changed(in: organization(number), since: changes.last))
        }
        #expect(!changes.changed(in: organization(count), since: changes.last))
    }
}
