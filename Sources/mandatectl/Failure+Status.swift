internal import Messages
internal import RPC

/// What a server answered, and what the person at the shell can do about it.
extension Failure {
    init(_ status: Status, _ options: ConnectionOptions) {
        let reason = status.reason == .unspecified ? "" : " [\(status.reason.shortName)]"
        self.init(Table.printable("\(status.message)\(reason)"), todo: Self.advice(status, options))
    }

    private static func advice(_ status: Status, _ options: ConnectionOptions) -> String? {
        switch status.reason {
        case .accountRequired: "say who acts: --as acc_… , or --session from 'mandatectl session create'"
        case .sessionInvalid: "sign in again with 'mandatectl session create'"
        case .unknownCaller, .callerNotAllowed, .callerCannotAct:
            "the server's callers file decides this; the certificate in use is --name \(options.name)"
        case .roleLacksScope: "'mandatectl role matrix' shows which roles have it"
        case .disconnected:
            "is the server running? \(options.identity) is identity, \(options.mailbox) mailbox, \(options.audit) audit"
        case .deadlineExceeded: "try again, or wait longer with --timeout; is the server running?"
        case .stale, .loading, .stopped: "ask again in a moment; the server's /readyz says what it waits for"
        case .outcomeUnknown: "give the same --request-id again when the server is back: then the answer says whether it took place"
        case .requestIdReused: "use a new --request-id for another request"
        case .stalePageToken: "start the list again without a page token"
        case .slowedDown: "wait \(status.metadata["retry_after_seconds"] ?? "some") seconds"
        case .outboxFull: "is mandate-audit up, and can the server reach it? nothing was changed"
        case .storageFull: "look at the server's disk; nothing was changed"
        default: nil
        }
    }
}
