package import Messages
package import RPC

extension EventDecision {
    /// Why a call was refused. The sentence stays with the caller: an event holds names and levels.
    package init(_ status: Status) {
        self.init(reason: status.reason.name, domain: status.reason.domain, demands: Self.demands(status.metadata))
        if status.reason == .unspecified { reason = status.code.upperName }
    }

    /// Of what only the log is told.
    package init(_ reason: EventReason) {
        self.init(reason: reason.shortName, domain: "mandate.audit")
    }

    /// The lists of `Status.roleLacksScope`, in one order.
    private static func demands(_ metadata: [String: String]) -> [EventDemand] {
        let lists = ["scope", "needed", "held"].map { (metadata[$0] ?? "").split(separator: ",").map(String.init) }
        return lists[0].enumerated().map { place, scope in
            func level(_ list: [String]) -> AccessLevel {
                place < list.count ? AccessLevel(shortName: list[place].uppercased()) ?? .unspecified : .unspecified
            }
            return EventDemand(scope: scope, needed: level(lists[1]), held: level(lists[2]))
        }
    }
}

extension Code {
    /// As gRPC spells it, as in DEADLINE_EXCEEDED.
    fileprivate var upperName: String {
        "\(self)".reduce(into: "") { $0 += $1.isUppercase ? "_\($1)" : $1.uppercased() }
    }
}
