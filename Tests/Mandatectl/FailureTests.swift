import ArgumentParser
import Messages
import RPC
import Testing

@testable import mandatectl

@Suite("What a person is told")
struct FailureTests {
    /// What is said of arguments that are refused.
    private func words(_ arguments: [String]) throws -> String {
        let error = #expect(throws: (any Error).self) {
            var command = try Mandatectl.parseAsRoot(arguments)
            try command.run()
        }
        return Mandatectl.text(for: try #require(error))
    }

    private static let values: [([String], String)] = [
        (
            ["grant", "anna@acme.example", "ben@acme.example", "open", "--expire-time", "2027-02-30T00:00:00Z"],
            """
            The value '2027-02-30T00:00:00Z' is invalid for '--expire-time <expire-time>': \
            '2027-02-30T00:00:00Z' is no time, or of a day that the month does not have
              → write it with its zone, as in 2027-01-01T00:00:00Z
            """
        ),
        (
            ["session", "create", "anna@acme.example", "--password-file", "/nope"],
            """
            The value '/nope' is invalid for '--password-file <password-file>': /nope cannot be read
              → is the path right?
            """
        ),
        (["log", "list", "--limit", "-1"], "--limit is 1 row or more, or 0 for all, not -1"),
        (["log", "list", "--limit=-1"], "--limit is 1 row or more, or 0 for all, not -1"),
        (["log", "list", "--timeout", "-1"], "--timeout is 1 to 86400 seconds, not -1"),
        (["log", "watch", "--from-index", "-1"], "--from-index is 0 or more, not -1"),
        (
            ["log", "list", "--limit", "many"],
            "The value 'many' is invalid for '--limit <limit>'\nHelp:  --limit <limit>  At most this many; 0 for all."
        ),
    ]

    @Test(
        "A value that is refused is told with what is wrong and what to write, and not how the command is used", arguments: values
    )
    func refusedValue(_ arguments: [String], _ expected: String) throws {
        #expect(try words(arguments) == "Error: " + expected)
    }

    @Test("Where an argument is missing, how the command is used is told")
    func missingArgument() throws {
        #expect(try words(["check"]).contains("Usage: mandatectl check"))
    }

    private static let mailbox = "mandate-mailbox at 127.0.0.1:7402"
    private static let answers: [(Status, String)] = [
        (
            .unreached(mailbox, because: "connection refused"),
            "mandate-mailbox at 127.0.0.1:7402 cannot be reached: connection refused [DISCONNECTED]\n  → is it running? else mend --mailbox"
        ),
        (.unreached(mailbox, because: "x", refusal: .otherPeer), "another server answers there: mend --mailbox"),
        (.unreached(mailbox, because: "x", refusal: .certificate), "look at --certificates"),
        (.unreached(mailbox, because: "x", refusal: .handshake), "look at --mailbox, --certificates and --name"),
        (Status(.unavailable, .disconnected, "the connection was lost"), "is the server running?"),
        (Status(.outOfRange, .treeTooSmall, "x", metadata: ["size": "64"]), "--from-index is at most 64, what comes next"),
    ]

    @Test("An answer is told with what to do next", arguments: answers)
    func advice(_ status: Status, _ expected: String) throws {
        let words = "\(Failure(status, try ConnectionOptions.parse([])))"
        #expect(words.contains(expected), "\(words)")
    }

    @Test("Every field that is wrong has its own line, with its reason")
    func fields() throws {
        var violations = Violations()
        CheckRequest(right: .open, consistencyToken: String(repeating: "t", count: 501)).check(&violations)
        let status = try #require(Status(violations))
        let failure = Failure(status, try ConnectionOptions.parse([]))
        #expect(
            failure.what == """
                consistency_token: string.max_bytes: at most 500 bytes [TOO_LONG]
                account: required: it is missing [MISSING_FIELD]
                mailbox: required: it is missing [MISSING_FIELD]
                """)
        #expect(failure.status == .broken)
        let one = Status(.invalidArgument, .invalidField, "address: none", metadata: ["field": "address"])
        #expect(Failure(one, try ConnectionOptions.parse([])).what == "address: none [INVALID_FIELD]")
    }
}
