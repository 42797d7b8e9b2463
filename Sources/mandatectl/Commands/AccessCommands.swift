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
            let question = try await connections.question(account, mailbox, right.value)
            let answer = try await AccessClient(transport: connections.mailbox()).check(question, connections.callOptions)
            Output(output).one(
                answer,
                [
                    ("decision", answer.allowed ? "allowed" : "denied"), ("reason", answer.reason.word),
                    ("delegation", answer.delegationId), ("revision", "\(answer.revision)"),
                    ("valid until", answer.expireTime?.text ?? ""),
                ])
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
    @OptionGroup var output: OutputOptions
    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        let answer = try await Connections.with(connection) { connections in
            let question = try await connections.question(account, mailbox, right.value)
            return try await AccessClient(transport: connections.mailbox()).explain(
                ExplainRequest(check: question), connections.callOptions)
        }
        guard let decision = answer.decision else {
            throw Failure("the server's answer lacks the decision", status: .unanswered)
        }
        if output.output == .json {
            Terminal.line(MessageJSON.text(answer))
        } else {
            Terminal.line("\(decision.allowed ? "allowed" : "denied"): \(decision.reason.word)\n")
            Output(output).list(
                answer.conditions,
                [("condition", { $0.kind.word }), ("outcome", { $0.outcome.word }), ("detail", { $0.detail })])
        }
        try decision.end()
    }
}

extension Connections {
    /// An address is asked about as it is, for mailbox finds by it in the whole installation; all else by the id that it
    /// names. Where an organization is said, or somebody acts, who has one, an address names what it names there.
    fileprivate func question(_ account: Reference, _ mailbox: Reference, _ right: Right) async throws -> CheckRequest {
        var isAnywhere = options.organization == nil
        if case .nobody = try options.acting() {} else { isAnywhere = false }
        let address = { (name: Reference) in isAnywhere ? name.address : nil }
        // One look-up for both.
        _ = try await ids(of: [account, mailbox].filter { address($0) == nil })
        var question = CheckRequest(right: right)
        question.account =
            if let address = address(account) { .accountAddress(address) } else { .accountId(try await id(of: account)) }
        question.mailbox =
            if let address = address(mailbox) { .mailboxAddress(address) } else { .mailboxId(try await id(of: mailbox)) }
        return question
    }
}

extension CheckResponse {
    /// Ends the command with what was decided: nothing for allowed. Of what there is not, nothing was decided.
    func end() throws(ExitCode) {
        if allowed { return }
        switch reason {
        case .noSuchAccount, .noSuchMailbox: throw ExitCode(.broken)
        default: throw ExitCode(.no)
        }
    }
}
