internal import Contract
internal import Messages
internal import RPC

/// Asks whether somebody may, and writes down when, and what the answer was.
struct Asking: Sendable {
    let records: RecordFile
    let tally: Tally
    /// Longer than any pause that a server is put through.
    private static let patience = Duration.seconds(20)

    init(_ records: RecordFile, _ tally: Tally) {
        self.records = records
        self.tally = tally
    }

    /// Nil when there was a decision. Only decisions are recorded: who says STALE has not decided.
    func ask(_ question: Question, _ client: Client) async throws -> Status? {
        tally.begin()
        let sent = monotonicNanoseconds()
        let isAllowed: Bool
        do throws(Status) {
            isAllowed = try await decision(question, client)
        } catch {
            tally.end(error.outcome, tookMs: milliseconds(since: sent))
            return error
        }
        let answered = monotonicNanoseconds()
        tally.end(isAllowed ? "allowed" : "denied", tookMs: milliseconds(since: sent))
        try records.add(question, sent: sent, answered: answered, isAllowed: isAllowed)
        return nil
    }

    /// A call on somebody's behalf says by its refusal that it may not be made.
    private func decision(_ question: Question, _ client: Client) async throws(Status) -> Bool {
        guard let account = question.account else {
            let options = CallOptions(timeout: Self.patience, waitsForConnection: false)
            let answer = try await client.unary(question.path, question.message, options)
            guard let decision = try? CheckResponse(decoding: answer) else {
                throw Status(.internal, .unspecified, "an answer that is none")
            }
            return decision.allowed
        }
        let options = CallOptions(
            timeout: Self.patience, metadata: [(MetadataKey.account, account)], waitsForConnection: false)
        do throws(Status) {
            _ = try await client.unary(question.path, question.message, options)
            return true
        } catch {
            if error.code == .permissionDenied { return false }
            throw error
        }
    }
}
