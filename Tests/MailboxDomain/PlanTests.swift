import Testing

@testable import MailboxDomain

extension SubscriptionID: ExpressibleByIntegerLiteral {
    public init(integerLiteral value: UInt64) { self.init(bits: UInt128(value)) }
}

struct PlanTests {
    private let index = World().index

    private func apply(_ changes: PlanChange..., in organization: OrganizationID = 1) {
        index.apply(changes.map { .plan($0) }, in: organization)
    }

    private func plans(_ accounts: AccountID...) -> [String?] { accounts.map { index.plan(of: $0) } }

    @Test("A6 an account's plan is that of its licence's subscription, in whichever order they are told")
    func told() {
        #expect(plans(1, 2, 999) == [nil, nil, nil])
        apply(.licence(2, of: 80), .subscription(81, plan: "entry"), .licence(1, of: 81))
        #expect(plans(1, 2) == ["entry", nil])
        apply(.subscription(80, plan: "pro"))
        #expect(plans(1, 2) == ["entry", "pro"])
        // Moved, and gone.
        apply(.licence(1, of: 80), .licence(2, of: nil))
        #expect(plans(1, 2) == ["pro", nil])
        // Of nobody who is known yet, and of nobody who ever had one.
        apply(.licence(7000, of: 80), .licence(5, of: nil))
        #expect(plans(7000, 5, 1) == ["pro", nil, "pro"])
    }

    @Test("A6 D17 another plan is one change, for all who have a licence of the subscription")
    func changed() {
        apply(.subscription(80, plan: "pro"), .licence(1, of: 80), .licence(3, of: 80))
        apply(.subscription(80, plan: "a_plan_with_a_name_of_forty_characters__"))
        #expect(plans(1, 3) == [String?](repeating: "a_plan_with_a_name_of_forty_characters__", count: 2))
        apply(.subscription(80, plan: nil))
        #expect(plans(1, 3) == [nil, nil])
    }

    @Test("A6 a licence counts in its own organization alone")
    func elsewhere() {
        apply(.subscription(80, plan: "pro"), .licence(101, of: 80), .licence(1, of: 80))
        #expect(plans(101, 1) == [nil, "pro"])
        apply(.licence(101, of: 80), in: 2)
        #expect(plans(101) == [nil])
        apply(.subscription(80, plan: "ultra"), in: 2)
        #expect(plans(101, 1) == ["ultra", "pro"])
    }

    @Test("A6 a snapshot puts other plans in the place of those before")
    func snapshot() {
        apply(.subscription(80, plan: "pro"), .licence(1, of: 80), .licence(2, of: 80))
        let people = [1, 2, 3].map { number in
            IdentityChange.account(Account(id: AccountID(bits: number), type: .user, state: .active))
        }
        index.replaceIdentity(
            with: [
                1: people + [.plan(.subscription(81, plan: "ultra")), .plan(.licence(2, of: 81)), .plan(.licence(8000, of: 81))]
            ])
        #expect(plans(1, 2, 3, 8000) == [nil, "ultra", nil, "ultra"])
        index.replaceIdentity(with: [:])
        #expect(plans(1, 2, 8000) == [nil, nil, nil])
    }
}
