package import Messages
package import RPC

extension Access {
    /// With what a request's values demand besides. A scope stands once, at the highest of its levels.
    package func demanding(_ named: [AccessDemand]) -> Access {
        var out = self
        for demand in named {
            guard let index = out.demands.firstIndex(where: { $0.scope == demand.scope }) else {
                out.demands.append(demand)
                continue
            }
            if out.demands[index].level.rawValue < demand.level.rawValue { out.demands[index].level = demand.level }
        }
        return out
    }

    /// Why the account that identity answered for may not call the method; nil when it may. In order: whether it may act
    /// at all and there, what it may because the target is its own, what its role has, whether it is the owner. Where the
    /// method is hidden, who lacks the last two is told what somebody is told who named nothing that is there.
    package func refusal(_ answer: AuthorizeResponse, touching target: EventTarget) -> Status? {
        guard answer.allowed else {
            // The demands are judged last: who only lacks them is known, active and of the right organization.
            let lacksScope = answer.reason == .roleLacksScope
            if lacksScope, isOwn(target, of: answer.accountId) { return nil }
            return hidden && lacksScope ? .nothingThere : Status.denied(answer, access: self)
        }
        if kind == .owner, !answer.owner { return hidden ? .nothingThere : .ownerOnly(roles: answer.roleIds) }
        return nil
    }

    private func isOwn(_ target: EventTarget, of account: String) -> Bool {
        if account.isEmpty { return false }
        return orSelf && target.id == account || orMailboxOwner && owns(target, account)
    }

    /// Of a mailbox that is there with its account the id says it; of a registered one who looked it up (rule D8).
    private func owns(_ target: EventTarget, _ account: String) -> Bool {
        target.mailboxId == MailboxName.id(ofAccount: account) || target.ownerId == account
    }
}

extension Status {
    /// A denial of identity's AuthorizationService, as the error that the method's caller sees.
    package static func denied(_ answer: AuthorizeResponse, access: Access) -> Status {
        switch answer.reason {
        case .roleLacksScope, .unknownScope, .unspecified, .unrecognized:
            roleLacksScope(access, held: answer.held, roles: answer.roleIds)
        case .sessionInvalid:
            Status(.unauthenticated, .sessionInvalid, "the session is unknown or over; sign in again")
        case .noSuchAccount:
            Status(.unauthenticated, .accountRequired, "no such account may act")
        case .accountNotActive:
            Status(
                .permissionDenied, .wrongState, "the acting account is not active, or a functional account, which never acts",
                metadata: ["account": answer.accountId])
        case .otherOrganization:
            .nothingThere
        }
    }

    /// The account's roles lack what the method needs (rule C15): every scope that they lack, what is needed and what is
    /// held of each. In the metadata the three are lists in one order, with commas.
    ///
    /// - Parameter held: of each demand, in the access' order; what is not there is none.
    package static func roleLacksScope(_ access: Access, held: [AccessLevel], roles: [String]) -> Status {
        let all = access.demands.enumerated().map { ($1, $0 < held.count ? held[$0] : .unspecified) }
        let lacking = all.filter { demand, held in held.rawValue < demand.level.rawValue }
        let scopes = lacking.map { $0.0.scope }
        let needed = lacking.map { word($0.0.level) }
        let has = lacking.map { word($0.1) }
        let demands = zip(scopes, needed).map { "\($0): \($1)" }.joined(separator: " and ")
        return Status(
            .permissionDenied, .roleLacksScope,
            "needs \(demands); the account's roles have \(has.joined(separator: " and "))",
            metadata: [
                "scope": scopes.joined(separator: ","), "needed": needed.joined(separator: ","),
                "held": has.joined(separator: ","), "roles": list(roles),
            ])
    }

    /// Exactly what an id that does not exist answers (rule D28).
    static var nothingThere: Status {
        Status(.notFound, .notFound, "no such thing, or not one the account may know of")
    }

    /// Only the organization's owner may (rule A2).
    static func ownerOnly(roles: [String]) -> Status {
        Status(
            .permissionDenied, .ownerOnly, "only the organization's owner may do this",
            metadata: ["needed": "owner", "roles": list(roles)])
    }

    private static func list(_ roles: [String]) -> String { roles.isEmpty ? "none" : roles.joined(separator: ",") }

    private static func word<T: MessageEnum>(_ value: T) -> String {
        value.rawValue == 0 ? "none" : value.shortName.lowercased()
    }
}
