import MailboxDomain
import MailboxStorage
import Messages
import SQL
import Testing

@testable import MailboxHandlers

/// What mailbox makes of what identity's feed says of policies, system operations, and how an account's mailbox begins.
struct IdentityFeedTests {
    private func holding(
        _ holder: String, _ operation: Messages.SystemOperation, gone: Bool = false
    ) -> ChangeRecord {
        let value = SystemOperationHolding(organizationId: org(1), holderId: holder, operation: operation)
        return ChangeRecord(
            organization: org(1), id: "\(holder)/\(operation.shortName.lowercased())", type: SystemOperationHolding.name,
            value: gone ? [] : value.encoded(), deleted: gone)
    }

    private func hold(_ house: House, _ account: Int) -> Bool {
        house.index.holdsOperations(AccountID(bits: UInt128(account)), at: house.clock)
    }

    private func decision(_ house: House, _ account: Int, _ mailbox: Int) -> Decision {
        house.index.decide(
            Question(
                account: .id(AccountID(bits: UInt128(account))), mailbox: .id(MailboxID(bits: UInt128(mailbox))), right: .send),
            at: house.clock)
    }

    @Test("D10 D17 system operations are known by holder, an account or a group, and gone when identity says so")
    func operations() async throws {
        let house = try await House.built()
        try await house.say([holding(acc(1), .sharedAccountSetup)])
        #expect(!hold(house, 1), "only both together pass")
        try await house.say([holding(acc(1), .sharedMailboxSynchronization)])
        #expect(hold(house, 1) && !hold(house, 2))
        try await house.say([holding(acc(1), .sharedAccountSetup, gone: true)])
        #expect(!hold(house, 1))
        // One of its own and the other through a group.
        try await house.group(7, acc(1))
        try await house.say([holding(grp(7), .sharedAccountSetup)])
        #expect(hold(house, 1))
        try await house.say([House.member(acc(1), of: 7, gone: true)])
        #expect(!hold(house, 1))
        // A newer identity has more of them, and what names nobody is nobody's.
        try await house.say([
            ChangeRecord(
                organization: org(1), id: "\(acc(2))/another_operation", type: SystemOperationHolding.name, value: [1]),
            ChangeRecord(organization: org(1), id: "sub_x", type: SystemOperationHolding.name, value: []),
        ])
        #expect(!hold(house, 2))
    }

    @Test("D10 a snapshot tells all holdings anew, and a mark over them asks for one")
    func snapshot() async throws {
        let house = try await House.built()
        try await house.say([holding(acc(1), .sharedAccountSetup), holding(acc(1), .sharedMailboxSynchronization)])
        try await house.replica.replace(
            with: [1, 2].map { House.account($0, .user, .active, in: 1) }
                + [holding(acc(2), .sharedAccountSetup), holding(acc(2), .sharedMailboxSynchronization)])
        #expect(!hold(house, 1) && hold(house, 2))
        let mark = ChangeRecord(
            organization: org(1), id: acc(2), type: SystemOperationHolding.name, value: [], deleted: true, cascade: true)
        await #expect(throws: (any Error).self) { try await house.say([mark]) }
    }

    @Test("A7 D17 every policy that a decision or a change asks for is what identity says; before that, what gives more is off")
    func policies() async throws {
        let house = try await House.built()
        let (one, two) = (OrganizationID(bits: 1), OrganizationID(bits: 2))
        #expect(house.index.policies(of: one) == Policies())
        try await house.say([
            House.policies(
                OrganizationPolicies(
                    organizationId: org(1), guardAdministrators: .off, ownerGrants: .on, allOrNothing: .on,
                    setUpManagesAccess: .on, setupNeedsOperations: .off, commonGroup: .on,
                    ownerPlans: PolicyNames(names: ["pro", "ultra"]), sharingDefault: .on, displayedSender: .hideDelegate,
                    noDisplayedSender: .on))
        ])
        let known = house.index.policies(of: one)
        #expect(!known.guardsAdministrators && known.ownerGrants && known.allOrNothing && known.setUpManagesAccess)
        #expect(!known.setupNeedsOperations && known.commonGroup && known.ownerPlans == ["pro", "ultra"])
        #expect(known.sharingDefault && known.displayedSender == .hide && known.noDisplayedSender)
        #expect(house.index.policies(of: two) == Policies())
        for (told, sender) in [
            (DefaultSender.showDelegate, MailboxDomain.SenderDisplay.show), (DefaultSender.none, nil), (.unrecognized(9), nil),
        ] {
            try await house.say([House.policies(OrganizationPolicies(organizationId: org(1), displayedSender: told))])
            #expect(house.index.policies(of: one).displayedSender == sender)
        }
        // A value of a later version: what guards is on, what gives or makes conditional is off.
        let later = PolicySwitch.unrecognized(9)
        try await house.say([
            House.policies(
                OrganizationPolicies(
                    organizationId: org(1), guardAdministrators: later, ownerGrants: later, allOrNothing: later,
                    setUpManagesAccess: later, setupNeedsOperations: later, commonGroup: later, sharingDefault: later,
                    noDisplayedSender: later))
        ])
        #expect(house.index.policies(of: one) == Policies())
    }

    @Test("D7 D14 an account's mailbox begins as identity says, and shows delegates as its account does")
    func accounts() async throws {
        let house = try await House.built()
        func say(_ number: Int, unshared: Bool, _ sender: DisplayedSender) async throws {
            let record = House.account(number, .functional, .active, in: 1)
            var account = try Messages.Account(decoding: record.value)
            (account.unshared, account.displayedSender) = (unshared, sender)
            try await house.say([
                ChangeRecord(organization: record.organization, id: record.id, type: record.type, value: account.encoded())
            ])
        }
        try await say(21, unshared: true, .unspecified)
        try await say(22, unshared: false, .hideDelegate)
        for mailbox in [21, 22] { try await house.grant(mailbox, acc(1), .send) }
        #expect(decision(house, 1, 21).reason == .sharingOff)
        #expect(decision(house, 1, 22).allowed && decision(house, 1, 22).sender == .hide)
        try await say(22, unshared: false, .showDelegate)
        #expect(decision(house, 1, 22).sender == .show && decision(house, 1, 22).senderName == "Number 1")
        try await say(22, unshared: false, .unspecified)
        #expect(decision(house, 1, 22).sender == nil)
    }
}
