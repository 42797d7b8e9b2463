internal import IdentityDomain
internal import IdentityStorage
internal import Messages
internal import Mutations

extension Write {
    /// Stores that an account holds a role, and what that makes of it; tells the log.
    func assign(_ role: AssignedRole, to before: Account, _ transition: Transition) throws {
        let assignment = try tx.insert(
            RoleAssignment(
                id: id("asg"), organizationId: before.organizationId, accountId: before.id, roleId: role.role.text,
                unitId: role.unit?.text ?? "", createTime: Timestamp(microsecondsSince1970: tx.now)))
        try report(nil, assignment, before, transition)
    }

    /// Stores that it holds it no more.
    func unassign(_ role: AssignedRole, from before: Account, _ transition: Transition) throws {
        guard let assignment = try tx.assignment(of: role, to: AccountID(before.id)) else { throw Refusal.notFound }
        try tx.delete(assignment)
        try report(assignment, nil, before, transition)
    }

    /// The account is updated too, whether its type changes or not: it shows its roles, and its etag tells of them.
    private func report(
        _ assignment: RoleAssignment?, _ changed: RoleAssignment?, _ before: Account, _ transition: Transition
    ) throws {
        var account = before
        account.take(transition.standing, at: tx.now)
        account = try tx.update(account)
        try report(assignment, changed) { event in
            event.record(differences(before, account), of: account.id)
            if transition.leavesOneFullAdmin { event.flags.append(.lastFullAdmin) }
        }
    }
}
