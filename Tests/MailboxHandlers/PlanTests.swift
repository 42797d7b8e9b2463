import MailboxDomain
import MailboxStorage
import Messages
import SQL
import Testing

@testable import MailboxHandlers

/// What mailbox makes of what identity's feed says of subscriptions and licences.
struct PlanTests {
    private let subscriptionID = "sub_" + String(repeating: "0", count: 25) + "7"

    private func subscription(_ plan: String, _ state: SubscriptionState = .active) -> ChangeRecord {
        let value = Subscription(id: subscriptionID, organizationId: org(1), plan: plan, licenceCount: 5, state: state)
        return ChangeRecord(organization: org(1), id: subscriptionID, type: Subscription.name, value: value.encoded())
    }

    private func licence(of account: Int, _ subscription: String? = nil) -> ChangeRecord {
        let value = Licence(
            id: "lic_" + String(repeating: "0", count: 26), organizationId: org(1),
            subscriptionId: subscription ?? subscriptionID, accountId: acc(account))
        return ChangeRecord(organization: org(1), id: acc(account), type: Licence.name, value: value.encoded())
    }

    private func gone(_ type: String, _ id: String) -> ChangeRecord {
        ChangeRecord(organization: org(1), id: id, type: type, value: [], deleted: true)
    }

    private func plans(_ house: House, _ accounts: Int...) -> [String?] {
        accounts.map { house.index.plan(of: AccountID(bits: UInt128($0))) }
    }

    @Test("A6 D17 mailbox knows an account's plan once it has acknowledged what identity says of it")
    func followed() async throws {
        let house = try await House.built()
        try await house.say([subscription("pro"), licence(of: 1), licence(of: 2)])
        #expect(plans(house, 1, 2, 3) == ["pro", "pro", nil])
        try await house.say([subscription("ultra")])
        #expect(plans(house, 1, 2, 3) == ["ultra", "ultra", nil])
        try await house.say([gone(Licence.name, acc(1))])
        #expect(plans(house, 1, 2, 3) == [nil, "ultra", nil])
        try await house.say([subscription("ultra", .cancelled)])
        #expect(plans(house, 2) == [nil])
        for state in [SubscriptionState.unspecified, .unrecognized(9)] {
            try await house.say([subscription("ultra")])
            #expect(plans(house, 2) == ["ultra"])
            try await house.say([subscription("ultra", state)])
            #expect(plans(house, 2) == [nil])
        }
        try await house.say([subscription("pro"), gone(Subscription.name, subscriptionID)])
        #expect(plans(house, 2) == [nil])
        // What names no subscription is none.
        try await house.say([subscription("pro"), licence(of: 2, "sub_x")])
        #expect(plans(house, 2) == [nil])
    }

    @Test("A6 a snapshot tells all plans anew, and a mark over them asks for one", arguments: [Licence.name, Subscription.name])
    func snapshot(type: String) async throws {
        let house = try await House.built()
        try await house.say([subscription("pro"), licence(of: 1)])
        try await house.replica.replace(
            with: [House.account(2, .user, .active, in: 1), subscription("ultra"), licence(of: 2)])
        #expect(plans(house, 1, 2) == [nil, "ultra"])
        let mark = ChangeRecord(
            organization: org(1), id: subscriptionID, type: type, value: [], deleted: true, cascade: true)
        await #expect(throws: (any Error).self) { try await house.say([mark]) }
    }
}
