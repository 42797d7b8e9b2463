extension Oracle {
    /// What identity tells.
    enum Fact: Sendable {
        case account(AccountRow)
        case accountGone(Int)
        case group(Int)
        case groupGone(Int)
        case groupDeleted(Int)
        case member(Party, of: Int, until: Int64?)
        case memberGone(Party, of: Int)
        /// Nobody is in this group any more, and it or the account is in none.
        case membershipsGone(Party)
        case policies(PolicyRow)
        case subscription(Int, plan: String?)
        case licence(Int, of: Int?)
        case operation(Party, Operation, isHeld: Bool)
    }

    /// What the mailbox service does itself.
    enum Act: Sendable {
        case put(GrantRow)
        case removed(mailbox: Int, Party)
        case registered(BoxRow)
        case unregistered(Int)
        /// All of this mailbox, or to this grantee.
        case mailboxCleared(Int)
        case granteeCleared(Party)
        case settings(SettingsRow)
    }

    /// One transaction, or time that goes on.
    enum Step: Sendable {
        case facts(in: Int, [Fact])
        case acts(in: Int, [Act])
        /// All that identity knows once these facts are so, told anew in an order that the seed decides.
        case snapshot([(organization: Int, fact: Fact)], seed: UInt64)
        /// Identity knows of this organization no more, and tells the others anew.
        case snapshotWithout(Int, seed: UInt64)
        case clock(Clock)
    }

    mutating func apply(_ step: Step) {
        switch step {
        case .facts(let organization, let facts): for fact in facts { apply(fact, in: organization) }
        case .acts(let organization, let acts): for act in acts { apply(act, in: organization) }
        case .snapshot(let told, _): for (organization, fact) in told { apply(fact, in: organization) }
        case .snapshotWithout(let organization, _): forget(organization)
        case .clock(let clock): self.clock = clock
        }
    }

    private mutating func apply(_ fact: Fact, in organization: Int) {
        guard Self.parties(fact).allSatisfy({ Self.organization(of: $0) == organization }) else { return }
        switch fact {
        case .account(let row):
            accounts.removeAll { $0.id == row.id }
            accounts.append(row)
        case .accountGone(let id): accounts.removeAll { $0.id == id }
        case .group(let id), .groupGone(let id), .groupDeleted(let id):
            groups.removeAll { $0.id == id }
            if case .group = fact { groups.append(GroupRow(id: id)) }
            if case .groupDeleted = fact { groups.append(GroupRow(id: id, isDeleted: true)) }
        case .member(let member, let group, let end):
            members.removeAll { $0.member == member && $0.group == group }
            members.append(MemberRow(member: member, group: group, end: end))
        case .memberGone(let member, let group): members.removeAll { $0.member == member && $0.group == group }
        case .membershipsGone(let party): members.removeAll { $0.member == party || .group($0.group) == party }
        case .policies(let row):
            policies.removeAll { $0.organization == organization }
            policies.append(row)
        case .subscription(let id, let plan):
            subscriptions.removeAll { $0.organization == organization && $0.id == id }
            if let plan { subscriptions.append(SubscriptionRow(organization: organization, id: id, plan: plan)) }
        case .licence(let account, let subscription):
            licences.removeAll { $0.account == account }
            if let subscription { licences.append(LicenceRow(account: account, subscription: subscription)) }
        case .operation(let party, let operation, let isHeld):
            operations.removeAll { $0.party == party && $0.operation == operation }
            if isHeld { operations.append(OperationRow(party: party, operation: operation)) }
        }
    }

    private mutating func apply(_ act: Act, in organization: Int) {
        guard Self.parties(act).allSatisfy({ Self.organization(of: $0) == organization }) else { return }
        switch act {
        case .put(let row):
            grants.removeAll { $0.mailbox == row.mailbox && $0.grantee == row.grantee }
            grants.append(row)
        case .removed(let mailbox, let grantee): grants.removeAll { $0.mailbox == mailbox && $0.grantee == grantee }
        case .registered(let row):
            boxes.removeAll { $0.id == row.id }
            // Whose owner is elsewhere is nobody's.
            if Self.organization(of: row.owner) == organization { boxes.append(row) }
        case .unregistered(let id): boxes.removeAll { $0.id == id }
        case .mailboxCleared(let mailbox): grants.removeAll { $0.mailbox == mailbox }
        case .granteeCleared(let grantee): grants.removeAll { $0.grantee == grantee }
        case .settings(let row):
            settings.removeAll { $0.mailbox == row.mailbox }
            settings.append(row)
        }
    }

    /// All that a change names, as far as it must be of the organization.
    private static func parties(_ fact: Fact) -> [Party] {
        switch fact {
        case .account(let row): [.account(row.id)]
        case .accountGone(let id), .licence(let id, _): [.account(id)]
        case .group(let id), .groupGone(let id), .groupDeleted(let id): [.group(id)]
        case .member(let member, let group, _), .memberGone(let member, let group): [member, .group(group)]
        case .membershipsGone(let party), .operation(let party, _, _): [party]
        case .policies, .subscription: []
        }
    }

    private static func parties(_ act: Act) -> [Party] {
        switch act {
        case .put(let row): [.account(row.mailbox), row.grantee]
        case .removed(let mailbox, let grantee): [.account(mailbox), grantee]
        case .registered(let row): [.account(row.id)]
        case .unregistered(let id), .mailboxCleared(let id): [.account(id)]
        case .granteeCleared(let grantee): [grantee]
        case .settings(let row): [.account(row.mailbox)]
        }
    }

    private mutating func forget(_ organization: Int) {
        func isThere(_ id: Int) -> Bool { Self.organization(of: id) == organization }
        accounts.removeAll { isThere($0.id) }
        groups.removeAll { isThere($0.id) }
        members.removeAll { isThere($0.group) }
        policies.removeAll { $0.organization == organization }
        subscriptions.removeAll { $0.organization == organization }
        licences.removeAll { isThere($0.account) }
        operations.removeAll { Self.organization(of: $0.party) == organization }
    }
}
