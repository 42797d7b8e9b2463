import Messages
import Testing

@testable import mandatectl

@Suite("Many questions from a file")
struct CheckQuestionsTests {
    private let ada = "acc_" + String(repeating: "0", count: 25) + "1"
    private let help = "mbx_" + String(repeating: "0", count: 25) + "2"

    private func questions(_ rows: [String]) throws -> CheckQuestions {
        let text = (["account,mailbox,right"] + rows).map { $0 + "\n" }.joined()
        return try CheckQuestions(
            CSVTable(bytes: Array(text.utf8), named: "q.csv", columns: CheckQuestions.columns), named: "q.csv")
    }

    @Test("Every fault is told with its line, and no question is left to ask")
    func faults() {
        let rows = [
            "\(ada),\(help),open", "\(ada),\(help),read", "\(ada),open", "acc_x,\(help),open",
            "p\u{E9}ter@acme.example,\(help),open",
            "\(ada)\",\(help),open", "\(ada),help,open",
        ]
        #expect {
            _ = try questions(rows)
        } throws: { error in
            let lines = (error as? Failure)?.what.split(separator: "\n") ?? []
            return (error as? Failure)?.status == .broken
                && lines.map { $0.prefix { $0 != ":" } } == [3, 4, 5, 6, 7, 8].map { "q.csv, line \($0)" }
                && lines[0].contains("'read' is no right") && lines[3].contains("only ASCII may stand before the @")
        }
    }

    @Test("A name that nobody has is answered, and the words asked stand beside the ids")
    func unknownNames() async throws {
        let questions = try questions([
            "ada@acme.example,help@acme.example,open", "nobody@acme.example,help@acme.example,send",
            "ada@acme.example,nothing@acme.example,set-up",
        ])
        #expect(questions.references.map(\.description).count == 6)
        var rows: [[String]] = []
        for asked in questions.asked([ada, help, nil, help, ada, nil]) {
            let answer = try await asked.answer { request in
                #expect(request == CheckRequest(account: .accountId(ada), mailbox: .mailboxId(help), right: .open))
                return CheckResponse(allowed: true, reason: .allowedOwner)
            }
            rows.append(asked.row(answer))
        }
        #expect(
            rows == [
                ["ada@acme.example", "help@acme.example", "open", "allowed", "allowed-owner", "", ada, help],
                ["nobody@acme.example", "help@acme.example", "send", "denied", "no-such-account", "", "", help],
                ["ada@acme.example", "nothing@acme.example", "set-up", "denied", "no-such-mailbox", "", ada, ""],
            ])
        #expect(CheckQuestions.Asked.columns.count == 8)
    }
}
