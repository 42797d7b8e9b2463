extension Oracle {
    /// The closed list of RULES.md, as far as anything of it is built.
    enum Why: CaseIterable, Sendable {
        case allowedOwner, allowedGrant, allowedGroupGrant
        case noSuchAccount, noSuchMailbox
        case accountInvited, accountSuspended, accountDeleted, functionalAccount
        case mailboxSuspended, sharingOff, ownerPlan, noCommonGroup
        case administratorGuarded, grantFrozen, grantExpired, grantNotYet, folderExcluded, rightMissing, noGrant

        var allows: Bool { self == .allowedOwner || self == .allowedGrant || self == .allowedGroupGrant }
    }

    struct Question: Hashable, Sendable {
        var account: Int
        var mailbox: Int
        var right: Right
        /// Nil: the mailbox as a whole.
        var folder: String?
        var deed: Deed?
    }

    struct Answer: Equatable, Sendable {
        var why: Why
        /// The delegations of which the rules let any be named as the deciding one; none where none is.
        var deciding: [Int] = []
        /// How an allowed sending by a delegate is shown; nil also where nobody has said.
        var sender: Display?
        /// The name that recipients see of an allowed sending.
        var senderName = ""
    }

    func answer(_ question: Question, _ clock: Clock) -> Answer {
        guard let asker = account(question.account) else { return Answer(why: .noSuchAccount) }
        let organization = Self.organization(of: question.account)
        guard Self.organization(of: question.mailbox) == organization, mailboxExists(question.mailbox) else {
            return Answer(why: .noSuchMailbox)
        }
        if asker.state == .invited { return Answer(why: .accountInvited) }
        if asker.state == .suspended { return Answer(why: .accountSuspended) }
        if asker.state == .deleted { return Answer(why: .accountDeleted) }
        if asker.kind == .functional { return Answer(why: .functionalAccount) }

        let owner = owner(of: question.mailbox)
        if owner == question.account {
            return Answer(why: .allowedOwner, senderName: question.right == .send ? name(of: question.mailbox) : "")
        }

        let policy = policy(organization)
        if isSuspended(question.mailbox) { return Answer(why: .mailboxSuspended) }
        if !isShared(question.mailbox) { return Answer(why: .sharingOff) }
        if let owner, !policy.ownerPlans.isEmpty {
            guard let plan = plan(of: owner), policy.ownerPlans.contains(plan) else { return Answer(why: .ownerPlan) }
        }
        if let owner, policy.commonGroup, !shareGroup(question.account, owner, clock) {
            return Answer(why: .noCommonGroup)
        }
        return weigh(question, policy, clock)
    }

    /// The grants that reach the account, whatever they give.
    func reaching(_ account: Int, _ mailbox: Int, _ clock: Clock) -> [GrantRow] {
        let groups = groups(of: account, clock)
        return grants.filter { row in
            guard row.mailbox == mailbox else { return false }
            return switch row.grantee {
            case .account(let id): id == account
            case .group(let id): groups.contains(id)
            }
        }
    }

    private func weigh(_ question: Question, _ policy: PolicyRow, _ clock: Clock) -> Answer {
        let reaching = reaching(question.account, question.mailbox, clock)
        let hindered = reaching.map { (row: $0, why: hindrance($0, question, policy, clock)) }
        let counting = hindered.filter { $0.why == nil }.map(\.row)

        // A direct one decides alone, also of the sender.
        if let direct = counting.first(where: { $0.grantee == .account(question.account) }) {
            return allowed(.allowedGrant, [direct], question, policy)
        }
        if !counting.isEmpty { return allowed(.allowedGroupGrant, counting, question, policy) }
        let order: [Why] = [
            .administratorGuarded, .grantFrozen, .grantExpired, .grantNotYet, .folderExcluded, .rightMissing,
        ]
        for why in order {
            let those = hindered.filter { $0.why == why }
            if !those.isEmpty { return Answer(why: why, deciding: those.map(\.row.id)) }
        }
        return Answer(why: .noGrant)
    }

    private func allowed(_ why: Why, _ counting: [GrantRow], _ question: Question, _ policy: PolicyRow) -> Answer {
        var answer = Answer(why: why, deciding: counting.map(\.id))
        if question.right == .send {
            answer.sender = display(counting, policy)
            answer.senderName = answer.sender == .show ? account(question.account)?.name ?? "" : name(of: question.mailbox)
        }
        return answer
    }

    private func name(of mailbox: Int) -> String { box(mailbox)?.name ?? account(mailbox)?.name ?? "" }

    /// Why a grant does not give it: the first that it has, in the order of RULES.md. Nil: it does.
    func hindrance(_ row: GrantRow, _ question: Question, _ policy: PolicyRow, _ clock: Clock) -> Why? {
        if row.isToGroup, policy.guardsAdministrators, isAdministratorsOwn(row.mailbox) { return .administratorGuarded }
        if row.isFrozen { return .grantFrozen }
        if let end = row.end, end <= clock.latest { return .grantExpired }
        if let start = row.start, start > clock.earliest { return .grantNotYet }
        if policy.allOrNothing {
            let isAll = row.rights.contains(.open) && row.rights.contains(.send) && row.folders.isEmpty
            return isAll && question.right != .setUp ? nil : .rightMissing
        }
        guard row.rights.contains(question.right) else { return .rightMissing }
        if question.right == .open, !covers(row, question.folder, question.deed) { return .folderExcluded }
        return nil
    }

    func isAdministratorsOwn(_ mailbox: Int) -> Bool {
        box(mailbox) == nil && account(mailbox)?.kind == .administrator
    }

    /// A grant without folders is of the whole mailbox; so is the root's with all below it, as far as it says.
    private func covers(_ row: GrantRow, _ folder: String?, _ deed: Deed?) -> Bool {
        if row.folders.isEmpty { return true }
        return row.folders.contains { entry in
            guard entry.deeds.contains(deed ?? .read) else { return false }
            guard let folder else { return entry.path == "/" && entry.subtree }
            return entry.path == folder || entry.subtree && isBelow(folder, entry.path)
        }
    }

    private func isBelow(_ folder: String, _ top: String) -> Bool {
        let (parts, above) = (folder.split(separator: "/"), top.split(separator: "/"))
        return parts.count > above.count && Array(parts.prefix(above.count)) == above
    }

    /// Of one direct grant, or of all that count to groups: whoever is shown by any is shown. Nil: nobody has said.
    private func display(_ counting: [GrantRow], _ policy: PolicyRow) -> Display? {
        if policy.noDisplayedSender { return nil }
        let each = counting.map { $0.sender ?? inherited($0.mailbox, policy) }
        if each.contains(.show) { return .show }
        return each.contains(.hide) ? .hide : nil
    }

    private func inherited(_ mailbox: Int, _ policy: PolicyRow) -> Display? {
        if let chosen = settings.first(where: { $0.mailbox == mailbox })?.sender { return chosen }
        if box(mailbox) == nil, let chosen = account(mailbox)?.sender { return chosen }
        return policy.sender
    }
}
