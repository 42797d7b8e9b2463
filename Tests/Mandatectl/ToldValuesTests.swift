import AuditDomain
import Messages
import Testing

@testable import mandatectl

@Suite("What events tell about persons, as mandatectl shows it")
struct ToldValuesTests {
    private static let all = [
        ("changes.display_name.after", "Jo Winter"), ("changes.display_name.before", "Jo"),
        ("changes.external_id.before", "4711"), ("changes.address.after", "jo@example.org"), ("justification", "left"),
        ("origin.address", "192.0.2.7"),
    ]

    private let values: [PersonalValue]
    private let leaf: Event

    init() {
        values = Self.all.enumerated().map { place, one in
            PersonalValue(path: one.0, value: one.1, salt: [UInt8](repeating: UInt8(place), count: 32))
        }
        leaf = Event(
            personal: values.map {
                EventCommitment(
                    path: $0.path, commitment: Commitment(path: $0.path, value: $0.value, salt: $0.salt).bytes,
                    subjectId: "acc_1")
            })
    }

    @Test("a field before and after is told once, and the address has a place of its own")
    func text() {
        let told = ToldValues(values)
        #expect(told.address == "192.0.2.7")
        #expect(told.text == "display_name: Jo → Jo Winter, external_id: 4711 → , address: jo@example.org, justification: left")
        #expect(ToldValues([]).text.isEmpty && ToldValues([]).address.isEmpty)
    }

    @Test("values hold against the commitments of the leaf; one that was erased is named as that")
    func holds() throws {
        try ToldValues(values).verify(by: leaf)
        let some = ToldValues(Array(values.dropFirst(2)))
        try some.verify(by: leaf)
        #expect(some.erased(of: leaf) == ["changes.display_name.after", "changes.display_name.before"])
        #expect(some.lines(of: leaf).count == values.count && some.lines(of: leaf).last?.1 == "erased")
    }

    @Test("another value, another salt, another field's value and one that nothing was committed to are refused by name")
    func refused() {
        let changes: [(inout [PersonalValue]) -> Void] = [
            { $0[4].value += "." }, { $0[4].salt[0] ^= 1 }, { ($0[4].value, $0[4].salt) = ($0[5].value, $0[5].salt) },
            { $0.append($0[4]) }, { $0[4].path = "justification#2" },
        ]
        for change in changes {
            var values = values
            change(&values)
            #expect { try ToldValues(values).verify(by: leaf) } throws: { error in
                guard let failure = error as? Failure else { return false }
                return failure.what.contains("justification") && failure.status == .no
            }
        }
    }
}
