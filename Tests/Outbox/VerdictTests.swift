import Messages
import RPC
import Testing

@testable import Outbox

struct VerdictTests {
    private static func gap(_ expected: String?) -> Result<AppendEventsResponse, Status> {
        .failure(
            Status(
                .failedPrecondition, .sequenceGap, "expected another",
                metadata: expected.map { ["expected": $0] } ?? [:]))
    }

    private static func took(_ next: Int64) -> Result<AppendEventsResponse, Status> {
        .success(AppendEventsResponse(nextSequence: next))
    }

    /// For a batch of 10 to 19, where 25 numbers were given out.
    private func verdict(_ answer: Result<AppendEventsResponse, Status>) -> Verdict {
        Verdict(answer, batch: 10...19, last: 25)
    }

    @Test(
        "what the log has is acknowledged",
        arguments: [
            (took(20), 19), (took(15), 14), (took(26), 25), (gap("11"), 10), (gap("20"), 19), (gap("26"), 25),
        ] as [(Result<AppendEventsResponse, Status>, Int64)])
    func acknowledged(answer: Result<AppendEventsResponse, Status>, upTo: Int64) {
        #expect(verdict(answer) == .acknowledge(upTo: upTo))
    }

    @Test(
        "what contradicts the outbox stops the relay",
        arguments: [
            (took(9), .logIsBehind), (gap("1"), .logIsBehind), (took(27), .logIsAhead), (gap("99"), .logIsAhead),
            (.failure(Status(.dataLoss, .equivocation, "other bytes")), .equivocation),
            (.failure(Status(.invalidArgument, .malformedMessage, "what")), .refused),
            (.failure(Status(.invalidArgument, .tooLong, "much")), .refused),
        ] as [(Result<AppendEventsResponse, Status>, RelayAlarm.Code)])
    func halts(answer: Result<AppendEventsResponse, Status>, code: RelayAlarm.Code) {
        guard case .halt(let alarm) = verdict(answer) else {
            Issue.record("not halted: \(verdict(answer))")
            return
        }
        #expect(alarm.code == code)
    }

    @Test("an alarm has the log's words for what it refuses")
    func words() {
        guard case .halt(let alarm) = verdict(.failure(Status(.invalidArgument, .malformedMessage, "no class"))) else {
            Issue.record("not halted")
            return
        }
        #expect(alarm.message.contains("10 to 19") && alarm.message.contains("no class"))
    }

    @Test(
        "everything else is tried again",
        arguments: [
            took(10), gap("10"), gap(nil), gap("soon"), .failure(Status(.unavailable, .disconnected, "lost")),
            .failure(Status(.deadlineExceeded, .deadlineExceeded, "late")),
            .failure(Status(.permissionDenied, .callerNotAllowed, "no")),
            .failure(Status(.resourceExhausted, .storageFull, "full")), .failure(Status(.unknown, .outcomeUnknown, "who knows")),
        ])
    func retries(answer: Result<AppendEventsResponse, Status>) {
        guard case .retry = verdict(answer) else {
            Issue.record("not tried again: \(verdict(answer))")
            return
        }
    }
}
