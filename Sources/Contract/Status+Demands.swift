package import Messages
package import RPC

// What a method needed of an account and what the account had, in an answer and in the log: made in one place for every
// method (rules C15, E2), so that no handler can forget it.

extension Access {
    /// Each demand with what the account holds of it, in the demands' order.
    package func demands(of account: AuthorizedAccount) -> [EventDemand] {
        demands.enumerated().map { place, demand in
            EventDemand(
                scope: demand.scope, needed: demand.level,
                held: place < account.held.count ? account.held[place] : .unspecified)
        }
    }
}

extension Status {
    /// A denial of permission says scope, needed and held, in lists of one order with commas, and the roles that counted.
    /// What it says already stays: of a role that lacks a scope those are the demands that were not met.
    package func telling(_ access: Access, _ account: AuthorizedAccount) -> Status {
        guard code == .permissionDenied else { return self }
        let demands = access.demands(of: account)
        var status = self
        func say(_ key: String, _ words: [String]) {
            if status.metadata[key] == nil { status.metadata[key] = words.isEmpty ? "none" : words.joined(separator: ",") }
        }
        say("scope", demands.map(\.scope))
        say("needed", demands.map { Self.word($0.needed) })
        say("held", demands.map { Self.word($0.held) })
        say("roles", account.roleIDs)
        return status
    }

    static func word(_ level: AccessLevel) -> String { level.rawValue == 0 ? "none" : level.shortName.lowercased() }
}

extension EventDecision {
    /// Why a rule refused, with what was needed and held: of each demand that was not met, else of all.
    package init(_ status: Status, _ access: Access, _ account: AuthorizedAccount?) {
        self.init(status)
        if demands.isEmpty, let account { demands = access.demands(of: account) }
    }

    /// What was needed for something that was done, and what was held. Nil where nothing of a role was needed.
    package init?(_ access: Access, _ account: AuthorizedAccount) {
        if access.demands.isEmpty { return nil }
        self.init(demands: access.demands(of: account))
    }
}
