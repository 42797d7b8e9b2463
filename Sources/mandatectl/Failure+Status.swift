internal import ArgumentParser
internal import Messages
internal import RPC
internal import TLS

/// What a server answered, and what the person at the shell can do about it.
extension Failure {
    init(_ status: Status, _ options: ConnectionOptions) {
        self.init(Self.words(status), todo: Self.advice(status, options), status: CommandStatus(status))
    }

    /// Every field that is wrong on its own line, with its reason; else the message and the reason.
    private static func words(_ status: Status) -> String {
        let fields = status.violations
        guard fields.count > 1 else {
            let reason = status.reason == .unspecified ? "" : " [\(status.reason.name)]"
            return Table.printable("\(status.message)\(reason)")
        }
        return fields.map { Table.printable("\($0.field): \($0.description) [\($0.reason)]") }.joined(separator: "\n")
    }

    private static func advice(_ status: Status, _ options: ConnectionOptions) -> String? {
        switch status.reason {
        case .accountRequired: "say who acts: --as ACCOUNT, or --session-file with the token of 'mandatectl session create'"
        case .sessionInvalid: "sign in again with 'mandatectl session create'"
        case .unknownCaller, .callerNotAllowed, .callerCannotAct:
            "the server's callers file decides this; the certificate in use is --name \(options.name)"
        case .roleLacksScope: "'mandatectl role matrix' shows which roles have it"
        case .disconnected:
            status.unreached.map(advice)
                ?? "is the server running? \(options.identity) is identity, \(options.mailbox) mailbox, \(options.audit) audit"
        case .deadlineExceeded: "try again, or wait longer with --timeout; is the server running?"
        case .stale, .loading, .stopped: "ask again in a moment; the server's /readyz says what it waits for"
        case .outcomeUnknown:
            "give the same --request-id again when the server is back: then the answer says whether it took place"
        case .requestIdReused: "use a new --request-id for another request"
        case .etagMismatch: "it has changed since: look at it again, and give the --etag that it has now"
        case .treeTooSmall:
            "--from-index is at most \(status.metadata["size"] ?? "the log's size"), what comes next; without it a watch begins now"
        case .stalePageToken: "start the list again without a page token"
        case .slowedDown: "wait \(status.metadata["retry_after_seconds"] ?? "some") seconds"
        case .outboxFull: "is mandate-audit up, and can the server reach it? nothing was changed"
        case .folderPath:
            "a folder is written as /Inbox/Invoices, with all below it as /Inbox/*, and all there are as /*"
        case .foldersWithoutOpen: "folders say where open counts: give open too, or no folder"
        case .noCommonGroup: "'mandatectl group add' puts both into one group: policy common_group asks for that"
        case .ownerPlan:
            "'mandatectl licence assign' gives the owner one of: \(status.metadata["plans"] ?? "the plans that it takes")"
        case .unsupported: status.metadata["policy"].map { "'mandatectl policy show' says how \($0) stands, and who set it" }
        case .fullAdminOnly: "a Full admin does it; on an administrator's own mailbox that administrator does too"
        case .ownRole: "another Full admin does it"
        case .ownerOnly: "'mandatectl organization get' names the owner"
        case .policiesContradict: "set both in one call"
        case .invitationInvalid: "have it sent again ('mandatectl invitation resend'), or be invited again where it is over"
        case .storageFull: "look at the server's disk; nothing was changed"
        default: nil
        }
    }

    /// Who does not answer is to be started; who answers and is another is to be looked for elsewhere.
    private static func advice(_ unreached: Unreached) -> String {
        let name = ["identity", "mailbox", "audit"].first { unreached.server.hasPrefix("mandate-\($0) ") }
        let option = "--" + (name ?? "identity, --mailbox or --audit")
        return switch unreached.refusal {
        case nil: "is it running? else mend \(option)"
        case .otherPeer: "another server answers there: mend \(option)"
        case .certificate: "it runs, and another authority signed its certificate, or that has ended: look at --certificates"
        case .configuration, .handshake, .noCommonProtocol, .closed, .io:
            "it does not take the certificate, or is no server of Mandate: look at \(option), --certificates and --name"
        }
    }
}

// MARK: The exit status of every command

extension CommandStatus {
    /// In `--help`; README has the same as a table.
    static let table = """
        Exit status: 0 done, and of check and explain: allowed; 1 the answer is no: denied, not healthy, not proved, rows of an import refused; \
        2 the question was broken: wrong arguments, a bad id, no such thing, or the servers refuse it for good; 3 nobody \
        answered: not reached, too late, stale, overloaded, or a certificate that is missing, unknown or refused.
        """

    /// By what a caller does next: a broken question is mended, an unanswered one is asked again.
    init(_ status: Status) {
        switch status.reason {
        // Whom the server does not know or does not let ask has no answer, whatever the question.
        case .unknownCaller, .callerNotAllowed, .callerCannotAct: self = .unanswered
        // Asked again it is refused again: somebody has to look first.
        case .etagMismatch: self = .broken
        default: self.init(status.code)
        }
    }

    private init(_ code: Code) {
        switch code {
        case .invalidArgument, .notFound, .alreadyExists, .permissionDenied, .failedPrecondition, .outOfRange,
            .unimplemented, .unauthenticated:
            self = .broken
        case .cancelled, .unknown, .deadlineExceeded, .resourceExhausted, .aborted, .internal, .unavailable, .dataLoss:
            self = .unanswered
        case .ok: self = .done
        }
    }

    /// For what a command ended with. The parser's own errors are broken questions; its help and version are done.
    init(of error: any Error) {
        switch error {
        case let failure as Failure: self = failure.status
        case let status as Status: self.init(status)
        case let code as ExitCode: self = CommandStatus(rawValue: code.rawValue) ?? .broken
        default: self = Mandatectl.exitCode(for: error) == .success ? .done : .broken
        }
    }
}

extension ExitCode {
    init(_ status: CommandStatus) { self.init(status.rawValue) }
}
