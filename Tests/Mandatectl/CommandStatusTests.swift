import ArgumentParser
import Messages
import RPC
import Testing

@testable import mandatectl

@Suite("Exit status")
struct CommandStatusTests {
    static let answers: [(Code, ErrorReason, CommandStatus)] = [
        (Code.invalidArgument, ErrorReason.invalidField, CommandStatus.broken), (.notFound, .notFound, .broken),
        (.alreadyExists, .requestIdReused, .broken), (.permissionDenied, .roleLacksScope, .broken),
        (.failedPrecondition, .wrongState, .broken), (.outOfRange, .treeTooSmall, .broken),
        (.unimplemented, .unknownMethod, .broken), (.unauthenticated, .sessionInvalid, .broken),
        (.unauthenticated, .accountRequired, .broken),
        (.unavailable, .stale, .unanswered), (.unavailable, .loading, .unanswered), (.unavailable, .draining, .unanswered),
        (.unavailable, .disconnected, .unanswered), (.deadlineExceeded, .deadlineExceeded, .unanswered),
        (.resourceExhausted, .slowedDown, .unanswered), (.cancelled, .cancelled, .unanswered),
        (.aborted, .unspecified, .unanswered), (.unknown, .unspecified, .unanswered),
        (.internal, .internal, .unanswered), (.dataLoss, .equivocation, .unanswered),
        // The certificate's trouble, not the question's.
        (.permissionDenied, .unknownCaller, .unanswered), (.permissionDenied, .callerNotAllowed, .unanswered),
        (.permissionDenied, .callerCannotAct, .unanswered),
    ]

    @Test("A question that must be mended is broken, one that can be asked again is unanswered", arguments: answers)
    func statuses(code: Code, reason: ErrorReason, status: CommandStatus) {
        #expect(CommandStatus(Status(code, reason, "x")) == status)
        #expect(CommandStatus(of: Status(code, reason, "x")) == status)
    }

    static let lines: [([String], CommandStatus)] = [
        (["check"], CommandStatus.broken), (["check", "acc_x", "mbx_x", "read"], .broken), (["nonsense"], .broken),
        (["check", "acc_x", "mbx_x", "open", "--timeout", "0"], .broken), (["explain", "acc_x"], .broken),
        (["session", "create", "a@b.example", "--password", "secret"], .broken),
        (["invitation", "accept", "inv_token"], .broken), (["invitation", "accept", "--password", "secret"], .broken),
        (["server", "--session", "secret"], .broken), (["server", "--session-file", "/nonexistent"], .broken),
        (["grant", "mbx_x", "acc_x", "open", "--expire-time", "2027-02-30T00:00:00Z"], .broken),
        (["import"], .broken), (["import", "--dry-run"], .broken), (["import", "--ids", "ids.csv"], .broken),
        (["import", "--people", "people.csv", "--dry-run", "--ids", "ids.csv"], .broken),
        (["--help"], .done), (["check", "--help"], .done), (["--version"], .done),
        (["--generate-completion-script", "bash"], .done),
    ]

    @Test("Arguments that are none are a broken question; help and version are done", arguments: lines)
    func arguments(_ arguments: [String], _ status: CommandStatus) {
        #expect {
            var command = try Mandatectl.parseAsRoot(arguments)
            try command.run()
        } throws: { error in
            CommandStatus(of: error) == status
        }
    }

    @Test("It waits for an answer as long as every client of ours, so that no wait for leases outlasts it")
    func patience() throws {
        #expect(try ConnectionOptions.parse([]).callOptions(nil).timeout == CallOptions().timeout)
    }

    @Test("Where the help is, the table is")
    func help() {
        #expect(Mandatectl.helpMessage(columns: 10_000).contains(CommandStatus.table))
        for command in [CheckCommand.helpMessage(columns: 10_000), ExplainCommand.helpMessage(columns: 10_000)] {
            #expect(command.contains("0 allowed, 1 denied, 2 the question was broken") && command.contains("3 nobody answered"))
        }
    }
}
