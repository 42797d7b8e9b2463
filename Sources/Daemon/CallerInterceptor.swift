internal import Contract
internal import Messages
package import RPC

/// The first question of every call on every transport: does the certificate's caller stand in the
/// configuration, may it call this method, and may it speak for the account it names? Methods for anyone ask nothing:
/// who has a connection has shown a certificate.
///
/// A unary call is judged when it begins. A stream is judged again when the callers change:
///
/// 1. A stream is among `streams` before it is judged, and the callers are replaced before `judgeAgain` looks there. So a
///    stream that begins meanwhile is judged by the new callers, or found, or both.
/// 2. What a stream hears when it ends is what a new call of it would hear.
///
/// A connection keeps what was found: one that calls the method of its last call again costs one atomic read and two comparisons, one
/// that calls another one a look into a set, and a lock is taken once for each connection and list.
package final class CallerInterceptor: Interceptor {
    private let callers: Callers
    private let streams = RunningStreams()

    package init(callers: Callers) {
        self.callers = callers
    }

    package func begin(_ call: Call) throws(Status) {
        if case .anyone = call.method.access.kind { return }
        if case .unary = call.method.kind { return try judge(call, pass(call)) }
        streams.began(call)
        do throws(Status) {
            try judge(call, pass(call))
        } catch {
            streams.ended(call)
            throw error
        }
    }

    package func end(_ call: Call, _ status: Status?, nanoseconds: Int64) {
        if case .unary = call.method.kind { return }
        streams.ended(call)
    }

    /// After the callers were replaced: ends the streams that they do not allow. Gives their number.
    func judgeAgain() -> Int {
        var ended = 0
        for call in streams.all {
            do throws(Status) {
                try judge(call, pass(call, callers.listing(of: call.peer.caller)))
            } catch {
                call.refuse(error)
                ended += 1
            }
        }
        return ended
    }

    private func pass(_ call: Call) throws(Status) -> Peer.Pass {
        let peer = call.peer
        if let kept = peer.pass, kept.method == ObjectIdentifier(call.method), kept.generation == callers.generation {
            return kept
        }
        let pass = try pass(call, callers.listing(of: peer))
        peer.pass = pass
        return pass
    }

    /// What does not depend on the call's metadata: whether the caller may call the method at all.
    private func pass(_ call: Call, _ listing: Callers.Listing) throws(Status) -> Peer.Pass {
        let (uri, method) = (call.peer.caller, call.method)
        guard let entry = listing.entry else {
            throw Status(
                .permissionDenied, .unknownCaller,
                uri.isEmpty
                    ? "the certificate names no caller (no URI among its subject alternative names)"
                    : "\(uri) is not among the configured callers")
        }
        guard entry.methods.contains(ObjectIdentifier(method)) else {
            throw notAllowed("\(uri) may not call \(method.path)")
        }
        switch method.access.kind {
        case .account, .owner, .caller, .anyone: break
        case .operator:
            guard entry.kind ?? CallerKind(uri: uri) == .operator else { throw notAllowed("\(method.path) is for operators") }
        case .service:
            guard entry.kind ?? CallerKind(uri: uri) != nil else {
                throw notAllowed("\(method.path) is for services and operators")
            }
        case .unspecified, .unrecognized: throw notAllowed("\(method.path) declares nobody who may call it")
        }
        return Peer.Pass(
            method: ObjectIdentifier(method), generation: listing.generation, actsForAccounts: entry.rule.actsForAccounts,
            isOperator: (entry.kind ?? CallerKind(uri: uri)) == .operator)
    }

    /// What depends on the metadata.
    private func judge(_ call: Call, _ pass: Peer.Pass) throws(Status) {
        let namesAccount = call.metadata(MetadataKey.account) != nil
        if namesAccount, !pass.actsForAccounts {
            throw cannotAct(call, "may not act for accounts (\(MetadataKey.account))")
        }
        // Who makes up addresses would never be slowed down (rule B9).
        if call.metadata(MetadataKey.personAddress) != nil, !pass.actsForAccounts {
            throw cannotAct(call, "may not say where a person sits (\(MetadataKey.personAddress))")
        }
        switch call.method.access.kind {
        case .account, .owner:
            if namesAccount || call.metadata(MetadataKey.session) != nil { break }
            guard pass.isOperator, call.method.access.orOperator else { throw Status.accountRequired }
            call.operatorCaller = OperatorCaller(uri: call.peer.caller)
        case .caller, .anyone, .operator, .service, .unspecified, .unrecognized: break
        }
    }

    private func cannotAct(_ call: Call, _ what: String) -> Status {
        Status(.permissionDenied, .callerCannotAct, "\(call.peer.caller) \(what)")
    }

    private func notAllowed(_ message: String) -> Status {
        Status(.permissionDenied, .callerNotAllowed, message)
    }
}

/// What the path of a caller's URI says it is: `spiffe://<trust domain>/service/<name>` or `/operator/<name>`.
enum CallerKind {
    case service, `operator`

    init?(uri: String) {
        let parts = uri.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count >= 5, parts[0] == "spiffe:", parts[1].isEmpty, !parts[4].isEmpty else { return nil }
        switch parts[3] {
        case "service": self = .service
        case "operator": self = .operator
        default: return nil
        }
    }
}
