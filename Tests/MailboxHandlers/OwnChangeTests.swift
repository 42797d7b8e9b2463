import Contract
import MailboxDomain
import MailboxStorage
import Messages
import RPC
import SQL
import Testing

/// A change of the service's own that its index cannot take.
struct OwnChangeTests {
    private static func removal(_ id: String, in organization: String = org(1)) -> ChangeRecord {
        ChangeRecord(organization: organization, id: id, type: Messages.Delegation.name, value: [], deleted: true)
    }

    private static func mark(_ named: String) -> ChangeRecord {
        ChangeRecord(
            organization: org(1), id: named, type: Messages.Delegation.name, value: [], deleted: true, cascade: true)
    }

    private static func grant(_ grantee: String, in organization: String = org(1)) -> ChangeRecord {
        let delegation = Messages.Delegation(
            id: DelegationID(bits: 9).text, organizationId: organization, mailboxId: mbx(20), granteeId: grantee,
            rights: [.open])
        return ChangeRecord(
            organization: organization, id: mbx(20) + "/" + grantee, type: Messages.Delegation.name,
            value: delegation.encoded())
    }

    private static let unreadable = [
        ChangeRecord(organization: org(1), id: mbx(20) + "/" + acc(1), type: Messages.Delegation.name, value: [0xff]),
        grant("acc_1"), grant(acc(1), in: "org_1"), removal(mbx(20)), removal(mbx(20) + "/x"),
        removal(mbx(20) + "/" + acc(1), in: "?"), mark("acc_1"), mark(mbx(20) + "/" + acc(1)),
    ]

    @Test("after a change of its own that it cannot read the service decides nothing more", arguments: unreadable)
    func unreadableChange(_ change: ChangeRecord) async throws {
        let house = try await House.built()
        try await house.grant(20, acc(1), .open)
        #expect(try await house.check(1, 20).reason == .allowedGrant)
        // Of a type that the index has no use for.
        _ = try await house.store.write { $0.record(ChangeRecord(organization: "?", id: "?", type: "?", value: [0xff])) }
        #expect(try await house.check(1, 20).reason == .allowedGrant)
        _ = try await house.store.write { $0.record(change) }
        #expect(house.world.withLock { $0.refused.count } == 1)
        let refused = await failure { () throws(Status) in try await house.check(1, 20) }
        #expect(refused?.code == .unavailable && refused?.reason == .stopped)
        // Readable ones do not mend it.
        _ = try await house.store.write { $0.record(Self.grant(acc(1))) }
        let answers = await failure { () throws(Status) in
            try await house.call(
                AccessServiceMethods.batchCheck,
                BatchCheckRequest(checks: [CheckRequest(account: .accountId(acc(1)), mailbox: .mailboxId(mbx(20)), right: .open)])
            )
        }
        #expect(answers?.reason == .stopped)
        let granted = await failure { () throws(Status) in try await house.grant(20, acc(2), .open) }
        #expect(granted?.reason == .stopped)
        #expect(house.world.withLock { $0.refused.count } == 1)
    }
}
