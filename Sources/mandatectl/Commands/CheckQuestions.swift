internal import Messages

/// The questions of a file of account,mailbox,right, read whole: every fault is told with its line before anything is asked.
struct CheckQuestions: Sendable {
    struct Question: Sendable {
        let account, mailbox: Reference
        let right: Right
    }

    static let columns = ["account", "mailbox", "right"]

    let all: [Question]

    /// `file` is how the table is called in what is said of it.
    init(_ table: CSVTable, named file: String) throws(Failure) {
        let (all, faults) = table.read { row throws(Failure) in
            guard let right = Right(word: row["right"]) else {
                throw Failure("'\(row["right"])' is no right", todo: "write open, send or set-up")
            }
            return Question(
                account: try Reference(row["account"], .account), mailbox: try Reference(row["mailbox"], .mailbox),
                right: right)
        }
        try Failure.broken(
            faults.map { "\(file), line \($0.line): \($0.failure.line)" },
            todo: "nothing was asked; mend the lines and ask again")
        self.all = all
    }

    /// What names something, in the order of the questions: of each its account, then its mailbox.
    var references: [Reference] { all.flatMap { [$0.account, $0.mailbox] } }

    /// The questions as they are asked. `ids` are those of the references, nil for what is not there.
    func asked(_ ids: [String?]) -> [Asked] {
        all.enumerated().map { index, question in
            Asked(question: question, account: ids[2 * index], mailbox: ids[2 * index + 1])
        }
    }

    /// A question with what its names are the names of.
    struct Asked: Sendable {
        let question: Question
        let account, mailbox: String?

        /// Of what is not there nothing can be asked: it has the answer of an id that nobody has.
        func answer(_ check: (CheckRequest) async throws -> CheckResponse) async throws -> CheckResponse {
            guard let account else { return CheckResponse(reason: .noSuchAccount) }
            guard let mailbox else { return CheckResponse(reason: .noSuchMailbox) }
            return try await check(
                CheckRequest(account: .accountId(account), mailbox: .mailboxId(mailbox), right: question.right))
        }

        static let columns = CheckQuestions.columns + ["decision", "reason", "delegation", "account_id", "mailbox_id"]

        /// As it was written in the file, with the answer and what the names stood for.
        func row(_ answer: CheckResponse) -> [String] {
            [
                question.account.description, question.mailbox.description, question.right.word,
                answer.allowed ? "allowed" : "denied", answer.reason.word, answer.delegationId, account ?? "", mailbox ?? "",
            ]
        }
    }
}
