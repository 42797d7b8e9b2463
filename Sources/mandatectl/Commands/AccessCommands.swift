internal import ArgumentParser
internal import Contract
internal import Messages
internal import RPC

struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Decides whether an account may do something with a mailbox.",
        discussion: """
            With --file every line of a CSV file (account,mailbox,right) is one Check, many at once; the answers come \
            as CSV in the order of the file, each with the words asked and, behind the answer, the ids they stand for. Every \
            line that is broken is told before anything is asked; a name that nobody has is answered, with no-such-account or \
            no-such-mailbox. Exit status 0 allowed, 1 denied, 2 the question was broken (a bad id, no such \
            account or mailbox, wrong arguments), 3 nobody answered; with --file 0 when all were answered.
            """)
    @Argument(help: .reference(.account), transform: Reference.account) var account: Reference?
    @Argument(help: .reference(.mailbox), transform: Reference.mailbox) var mailbox: Reference?
    @Argument(help: "open, send or set-up.") var right: Word<Right>?
    @OptionGroup var folder: FolderOptions
    @Option(help: "CSV file of account,mailbox,right with that header.", completion: .file(extensions: ["csv"]))
    var file: String?
    @OptionGroup var output: OutputOptions
    @OptionGroup var connection: ConnectionOptions

    func validate() throws {
        guard file != nil || (account != nil && mailbox != nil && right != nil) else {
            throw ValidationError("Say ACCOUNT MAILBOX RIGHT, or --file QUESTIONS.csv.")
        }
        guard file == nil || account == nil else {
            throw ValidationError("Say ACCOUNT MAILBOX RIGHT or --file, not both.")
        }
        guard file == nil || (folder.folder == nil && folder.operation == nil) else {
            throw ValidationError("--folder and --operation are of one question; there are none with --file.")
        }
        guard file == nil || output.output == .table else {
            throw ValidationError("--file answers as CSV; there is no --output json of it.")
        }
    }

    func run() async throws {
        if let file {
            try await many(file)
        } else {
            try await one().end()
        }
    }

    private func one() async throws -> CheckResponse {
        try await Connections.with(connection) { connections in
            guard let account, let mailbox, let right else { throw Failure("a question has an account, a mailbox and a right") }
            let question = try await connections.question(account, mailbox, right.value, folder)
            let answer = try await AccessClient(transport: connections.mailbox()).check(question, connections.callOptions)
            Output(output).one(answer, answer.told)
            return answer
        }
    }

    private func many(_ file: String) async throws {
        let questions = try CheckQuestions(CSVTable(file: file, columns: CheckQuestions.columns), named: file)
        try await Connections.with(connection) { connections in
            let asked = questions.asked(try await connections.idsIfThere(of: questions.references))
            let client = AccessClient(transport: try connections.mailbox())
            let options = connections.callOptions
            let progress = Progress("check", of: asked.count)
            let answers = try await Concurrently.map(asked, width: 64, progress: progress) { asked in
                try await asked.answer { try await client.check($0, options) }
            }
            progress.finish("\(answers.count) answered, \(answers.count(where: \.allowed)) allowed")
            let rows = zip(asked, answers).map { $0.row($1) }
            Terminal.write(CSVText.file(CheckQuestions.Asked.columns, rows))
        }
    }
}

struct ExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Decides, and shows every condition that was looked at.",
        discussion: "Exit status 0 allowed, 1 denied, 2 the question was broken, 3 nobody answered, as of check.")
    @Argument(help: .reference(.account), transform: Reference.account) var account: Reference
    @Argument(help: .reference(.mailbox), transform: Reference.mailbox) var mailbox: Reference
    @Argument(help: "open, send or set-up.") var right: Word<Right>
    @OptionGroup var folder: FolderOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        let answer = try await Connections.with(connection) { connections in
            let question = try await connections.question(account, mailbox, right.value, folder)
            return try await AccessClient(transport: connections.mailbox()).explain(
                ExplainRequest(check: question), connections.callOptions)
        }
        guard let decision = answer.decision else {
            throw Failure("the server's answer lacks the decision", status: .unanswered)
        }
        if output.output == .json {
            Terminal.line(MessageJSON.text(answer))
        } else {
            Terminal.line("\(decision.allowed ? "allowed" : "denied"): \(decision.reason.word)")
            if let sender = decision.senderText { Terminal.line("recipients see: \(sender)") }
            Terminal.line("")
            Output(output).list(
                answer.conditions,
                [("condition", { $0.kind.word }), ("outcome", { $0.outcome.word }), ("detail", { $0.detail })])
        }
        try decision.end()
    }
}

/// How a question names an account or a mailbox.
enum AskedAbout: Sendable, Equatable {
    case id(String)
    case address(String)
}

extension Connections {
    /// An address is asked about as it is, for mailbox finds by it in the whole installation; all else by the id that it
    /// names. Where an organization is said, or somebody acts, who has one, an address names what it names there.
    func askedAbout(_ names: [Reference]) async throws -> [AskedAbout] {
        var isAnywhere = options.organization == nil
        if case .nobody = try options.acting() {} else { isAnywhere = false }
        let address = { (name: Reference) in isAnywhere ? name.address : nil }
        // One look-up for all.
        _ = try await ids(of: names.filter { address($0) == nil })
        var asked: [AskedAbout] = []
        for name in names {
            if let address = address(name) {
                asked.append(.address(address))
            } else {
                asked.append(.id(try await id(of: name)))
            }
        }
        return asked
    }

    fileprivate func question(
        _ account: Reference, _ mailbox: Reference, _ right: Right, _ folder: FolderOptions
    ) async throws -> CheckRequest {
        let asked = try await askedAbout([account, mailbox])
        var question = CheckRequest(right: right, folder: folder.folder ?? "", operation: folder.operation?.value ?? .unspecified)
        switch asked[0] {
        case .id(let id): question.account = .accountId(id)
        case .address(let address): question.account = .accountAddress(address)
        }
        switch asked[1] {
        case .id(let id): question.mailbox = .mailboxId(id)
        case .address(let address): question.mailbox = .mailboxAddress(address)
        }
        return question
    }
}

/// Where in a mailbox.
struct FolderOptions: ParsableArguments {
    @Option(help: "In which folder, as in /Inbox/Invoices; only with open.") var folder: String?
    @Option(help: "To do what in it: read, write or delete. Read unless said otherwise.") var operation: Word<FolderOperation>?
}

extension CheckResponse {
    /// A name and its value, one a line.
    var told: [(String, String)] {
        [
            ("decision", allowed ? "allowed" : "denied"), ("reason", reason.word), ("delegation", delegationId),
            ("recipients see", senderText ?? ""), ("revision", "\(revision)"), ("valid until", expireTime?.text ?? ""),
        ]
    }

    /// Of what is sent: the name, and whether that is the delegate's. Nil where nothing is.
    var senderText: String? {
        if displayedName.isEmpty { return nil }
        switch displayedSender {
        case .showDelegate: return "\(displayedName), on behalf of the mailbox"
        case .hideDelegate, .unspecified, .unrecognized: return displayedName
        }
    }

    /// Ends the command with what was decided: nothing for allowed. Of what there is not, nothing was decided.
    func end() throws(ExitCode) {
        if allowed { return }
        switch reason {
        case .noSuchAccount, .noSuchMailbox: throw ExitCode(.broken)
        default: throw ExitCode(.no)
        }
    }
}
