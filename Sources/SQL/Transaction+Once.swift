/// A request id was used before for something else.
package struct RequestReused: Error, Sendable, Equatable {
    package init() {}
}

extension Transaction {
    /// Runs `body` once for each request id of a caller: the same id with the same method and digest gives the
    /// stored answer again, with others it throws `RequestReused`. An empty id always runs.
    package func once(
        caller: String, requestID: String, method: String, digest: [UInt8],
        _ body: () throws -> [UInt8]
    ) throws -> [UInt8] {
        if requestID.isEmpty { return try body() }
        let earlier = try first(
            "SELECT method, digest, answer FROM requests WHERE caller = ? AND request_id = ?",
            [.text(caller), .text(requestID)]
        ) { (method: $0.text(0), digest: $0.blob(1), answer: $0.blob(2)) }
        if let earlier {
            guard earlier.method == method, earlier.digest == digest else { throw RequestReused() }
            return earlier.answer
        }
        let answer = try body()
        try run(
            """
            INSERT INTO requests (caller, request_id, method, digest, answer, position, written_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .text(caller), .text(requestID), .text(method), .blob(digest), .blob(answer),
                .integer(position), .integer(now),
            ])
        return answer
    }
}

extension Connection {
    /// Whether a request id of a caller has been used: `Transaction.once` does not run its body again then.
    package func hasRun(caller: String, requestID: String) throws(SQLError) -> Bool {
        if requestID.isEmpty { return false }
        return try first(
            "SELECT 1 FROM requests WHERE caller = ? AND request_id = ?", [.text(caller), .text(requestID)]
        ) { _ in true } ?? false
    }
}
