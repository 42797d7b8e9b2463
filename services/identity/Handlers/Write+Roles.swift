internal import IdentityDomain
internal import IdentityStorage
internal import Messages
internal import Mutations
internal import Outbox

extension Write {
    /// Stores that an account holds a role, and what that makes of it; tells the log. `complete` adds to the event what else
    /// there is to tell.
    func assign(
        _ role: AssignedRole, to before: Account, _ transition: Transition, _ complete: (inout EventDraft) -> Void = { _ in }
    ) throws {
        try report(nil, try insert(role, for: before), before, transition, complete)
    }

    /// Stores that something else than its assignment makes an account a Full admin, beside all else that `account` says
    /// differently of it, and tells the log in an event of its own; of who is one already only what is different is stored.
    func makeFullAdmin(_ before: Account, as account: Account) throws -> Account {
        let full = AssignedRole(.fullAdmin)
        if try tx.assignment(of: full, to: AccountID(before.id)) != nil { return try tx.update(account) }
        let assignment = try insert(full, for: before)
        var account = account
        account.roleIds = Set(before.roleIds + [full.role.text]).sorted()
        account = try tx.update(account)
        try report(nil, assignment) { event in
            event.action = .roleAssigned
            event.target = EventTarget(id: account.id, resourceType: "account", subjectId: account.id)
            event.record(differences(before, account), of: account.id)
        }
        return account
    }

    private func insert(_ role: AssignedRole, for account: Account) throws -> RoleAssignment {
        try tx.insert(
            RoleAssignment(
                id: id("asg"), organizationId: account.organizationId, accountId: account.id, roleId: role.role.text,
                unitId: role.unit?.text ?? "", createTime: Timestamp(microsecondsSince1970: tx.now)))
    }

    /// Stores that it holds it no more. `complete` as in `assign`.
    func unassign(
        _ role: AssignedRole, from before: Account, _ transition: Transition, _ complete: (inout EventDraft) -> Void = { _ in }
    ) throws {
        guard let assignment = try tx.assignment(of: role, to: AccountID(before.id)) else { throw Refusal.notFound }
        try tx.delete(assignment)
        try report(assignment, nil, before, transition, complete)
    }

    /// The account is updated too, whether its type changes or not: it shows its roles, and its etag tells of them.
    private func report(
        _ assignment: RoleAssignment?, _ changed: RoleAssignment?, _ before: Account, _ transition: Transition,
        _ complete: (inout EventDraft) -> Void = { _ in }
    ) throws {
        var account = before
        account.take(transition.standing, at: tx.now)
        account = try tx.update(account)
        try report(assignment, changed) { event in
            event.record(differences(before, account), of: account.id)
            if transition.leavesOneFullAdmin { event.flags.append(.lastFullAdmin) }
            complete(&event)
        }
    }
}
