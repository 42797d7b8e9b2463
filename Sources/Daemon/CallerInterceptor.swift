internal import Contract
internal import Messages
package import RPC

/// The first question of every call on every transport: does the certificate's caller stand in the
/// configuration, may it call this method, and may it speak for the account it names? Methods for anyone ask nothing:
/// who has a connection has shown a certificate.
package struct CallerInterceptor: Interceptor {
    private let callers: Callers

    package init(callers: Callers) {
        self.callers = callers
    }

    package func begin(_ call: Call) throws(Status) {
        let kind = call.method.access.kind
        if case .anyone = kind { return }
        let uri = call.peer.caller
        guard let entry = callers.entry(for: uri) else {
            throw Status(
                .permissionDenied, .unknownCaller,
                uri.isEmpty
                    ? "the certificate names no caller (no URI among its subject alternative names)"
                    : "\(uri) is not among the configured callers")
        }
        guard entry.methods.contains(ObjectIdentifier(call.method)) || kind == .listed else {
            throw notAllowed("\(uri) may not call \(call.method.path)")
        }
        let namesAccount = call.metadata(MetadataKey.account) != nil
        if namesAccount, !entry.rule.actsForAccounts {
            throw Status(
                .permissionDenied, .callerCannotAct, "\(uri) may not act for accounts (\(MetadataKey.account))")
        }
        // Who makes up addresses would never be slowed down (rule B9).
        if call.metadata(MetadataKey.personAddress) != nil, !entry.rule.actsForAccounts {
            throw Status(
                .permissionDenied, .callerCannotAct,
                "\(uri) may not say where a person sits (\(MetadataKey.personAddress))")
        }
        switch kind {
        case .caller, .listed, .anyone: break
        case .operator:
            guard entry.kind ?? CallerKind(uri: uri) == .operator else {
                throw notAllowed("\(call.method.path) is for operators")
            }
        case .service:
            guard entry.kind ?? CallerKind(uri: uri) != nil else {
                throw notAllowed("\(call.method.path) is for services and operators")
            }
        case .scope, .`self`:
            guard namesAccount || call.metadata(MetadataKey.session) != nil else { throw Status.accountRequired }
        case .unspecified, .unrecognized:
            throw notAllowed("\(call.method.path) declares nobody who may call it")
        }
    }

    package func end(_ call: Call, _ status: Status?, nanoseconds: Int64) {}

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
