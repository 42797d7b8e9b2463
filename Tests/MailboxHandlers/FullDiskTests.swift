import Contract
import Messages
import RPC
import Testing

/// The store takes no more, and clients repeat their writes without a pause.
struct FullDiskTests {
    private static let clients = 8
    private static let rounds = 50

    @Test("with a full disk identity is followed and checks are answered, however impatient the clients are")
    func impatientClients() async throws {
        let house = try await House.built(pagesMax: 150)
        try await house.grant(20, acc(1), .open)
        // Each grant of a row that is there already, with another end, is a change and an event.
        @Sendable func change(_ number: Int64) async -> Status? {
            await failure { () throws(Status) in
                try await house.grant(20, acc(2), .open) {
                    $0.expireTime = Timestamp(microsecondsSince1970: house.now + 1_000_000 * (number + 1))
                    $0.justification = String(repeating: "x", count: 500)
                }
            }
        }
        var taken: Int64 = 0
        while await change(taken) == nil { taken += 1 }
        #expect(taken > 10)
        let changes = taken
        try await withThrowingTaskGroup(of: Void.self) { group in
            for client in 0..<Self.clients {
                group.addTask {
                    for round in 0..<Self.rounds {
                        let refused = await change(changes + Int64(client * Self.rounds + round))
                        #expect(refused?.reason == .storageFull)
                    }
                }
            }
            for round in 0..<Self.rounds {
                try await house.person(
                    31, .administrator, round.isMultiple(of: 2) ? .suspended : .active, role: "rol_policy_admin")
                #expect(try await house.check(1, 20).reason == .allowedGrant)
                #expect(try await house.check(31, 20).reason == (round.isMultiple(of: 2) ? .accountSuspended : .noGrant))
            }
            try await group.waitForAll()
        }
    }
}
