internal import ArgumentParser
internal import Contract
internal import Foundation
internal import Messages
internal import RPC

/// Where the servers are and who is asking. Every command has these.
struct ConnectionOptions: ParsableArguments {
    @Option(help: "mandate-identity, HOST:PORT.") var identity = environment("IDENTITY", "127.0.0.1:7401")
    @Option(help: "mandate-mailbox, HOST:PORT.") var mailbox = environment("MAILBOX", "127.0.0.1:7402")
    @Option(help: "mandate-audit, HOST:PORT.") var audit = environment("AUDIT", "127.0.0.1:7403")
    @Option(
        help: ArgumentHelp(
            "Folder of authority.pem and of the own NAME.pem and NAME.key (environment MANDATE_CERTIFICATES)."),
        completion: .directory)
    var certificates = environment("CERTIFICATES", ".mandate/certificates")
    @Option(help: "NAME of the certificate in that folder.") var name = environment("NAME", "operator-admin")
    @Option(
        name: .customLong("as"), help: .reference(.account, "The account to act for"), transform: Reference.account)
    var account: Reference?
    @Option(
        name: .customLong("session-file"),
        help:
            "File whose first line is the token of 'session create' to act with; - for standard input (or environment MANDATE_SESSION).",
        completion: .file(), transform: Secret.firstLine)
    var session: String?
    @Option(
        help: .reference(.organization, "The organization, and the one that names are looked up in; else that of who acts"),
        transform: Reference.organization)
    var organization: Reference?
    @Option(parsing: .unconditional, help: "Seconds to wait for an answer, 1 to 86400.") var timeout = 30

    func validate() throws {
        guard 1...86_400 ~= timeout else { throw Failure("--timeout is 1 to 86400 seconds, not \(timeout)") }
        // All of it before anything is asked, whichever of them a command will use.
        _ = try acting()
        try Self.expectServer(identity, "--identity", "mandate-identity")
        try Self.expectServer(mailbox, "--mailbox", "mandate-mailbox", "; name the mailbox with --mailbox-id")
        try Self.expectServer(audit, "--audit", "mandate-audit")
    }

    func acting() throws(Failure) -> Acting {
        try Acting(
            account: account, session: session, environment: ProcessInfo.processInfo.environment["MANDATE_SESSION"])
    }

    private static func expectServer(
        _ address: String, _ option: String, _ server: String, _ more: String = ""
    ) throws(Failure) {
        do { _ = try ServerAddress(address) } catch {
            throw Failure(error.what, todo: "\(option) is where \(server) listens\(more)")
        }
    }

    /// With who acts, if anybody does.
    func callOptions(_ acting: (key: String, value: String)?) -> CallOptions {
        // A person would rather hear at once that nobody listens, and what is mistyped before anything is asked.
        CallOptions(
            timeout: .seconds(timeout), metadata: acting.map { [($0.key, $0.value)] } ?? [], waitsForConnection: false,
            checksRequest: true)
    }

    private static func environment(_ name: String, _ standard: String) -> String {
        ProcessInfo.processInfo.environment["MANDATE_" + name] ?? standard
    }
}

/// How a change is made repeatable and tried out.
struct ChangeOptions: ParsableArguments {
    @Option(help: "Makes the call repeatable: the same id and content give the same answer.") var requestID = ""
    @Flag(help: "Check everything and change nothing.") var validateOnly = false
}

/// For commands that change what somebody else may have changed meanwhile.
struct EtagOption: ParsableArguments {
    @Option(help: "Change it only if it is as it was when it was shown with this etag.") var etag = ""
}

/// For commands that can set a first password; without either there is none.
struct FirstPasswordOptions: ParsableArguments {
    @Flag(name: .customLong("password"), help: "Ask for the first password, twice, without showing it.") var asks = false
    @Option(
        name: .customLong("password-file"), help: "File whose first line is the first password; - for standard input.",
        completion: .file(), transform: Secret.firstLine)
    var given: String?

    func validate() throws {
        guard !asks || given == nil else { throw Failure("there are --password and --password-file", todo: "give one of them") }
    }

    /// Empty for none.
    func password() throws -> String { try asks ? Prompt.newPassword() : given ?? "" }
}

/// For commands that put a reason into the log.
struct JustificationOption: ParsableArguments {
    @Option(help: "Why; kept in the log.") var justification = ""
}

/// For people or for programs.
struct OutputOptions: ParsableArguments {
    enum Format: String, ExpressibleByArgument, CaseIterable { case table, json }
    @Option(help: "table for people, json for programs.") var output = Format.table
}
