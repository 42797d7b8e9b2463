internal import Contract
internal import Messages
internal import RPC

/// Asks whether somebody may, and writes down when, and what the answer was.
struct Asking: Sendable {
    let records: RecordFile
    let tally: Tally
    /// Longer than any pause that a server is put through.
    private let options = CallOptions(timeout: .seconds(20), waitsForConnection: false)

    init(_ records: RecordFile, _ tally: Tally) {
        self.records = records
        self.tally = tally
    }

    /// Nil when there was a decision. Only decisions are recorded: who says STALE has not decided.
    func ask(_ question: Question, _ client: Client) async throws -> Status? {
        tally.begin()
        let sent = monotonicNanoseconds()
        let answer: [UInt8]
        do throws(Status) {
            answer = try await client.unary(AccessServiceMethods.check.descriptor.path, question.message, options)
        } catch {
            tally.end(error.outcome, tookMs: milliseconds(since: sent))
            return error
        }
        let answered = monotonicNanoseconds()
        let isAllowed = try CheckResponse(decoding: answer).allowed
        tally.end(isAllowed ? "allowed" : "denied", tookMs: milliseconds(since: sent))
        try records.add(question, sent: sent, answered: answered, isAllowed: isAllowed)
        return nil
    }
}
