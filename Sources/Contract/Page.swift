package import Messages
package import RPC

/// One page of a list, the same for every list method.
///
/// 1. It ends at a number of rows, and at `bytesMax`, whichever comes first.
/// 2. It holds at least one row where there is one, whatever its size: no list stops at a row, and none ever answers that
///    it is too large. So the largest row a list can have must fit into a frame; a test a list says so.
/// 3. Its token stands behind the last row shown, wherever the page was cut: nothing is missed or shown twice.
package struct Page: Sendable {
    /// Rows where the request does not say, and the most that it can ask for; who asks for more gets as many (AIP-158).
    package static let rowsStandard = 100
    package static let rowsMax = 1000
    /// Bytes of rows. A quarter of what a frame holds (`Limits.frameBytesMax`) and what gRPC's clients take by default.
    package static let bytesMax = 1 << 20

    private let makeToken: @Sendable (String) -> String
    private let size: Int
    /// The key that the page starts behind; empty for the first.
    package let after: String

    /// The token is bound to all that is asked for but the page.
    package init(_ call: Call, _ request: some PagedRequest) throws(Status) {
        let (method, query) = (call.method, request.query)
        makeToken = { PageToken.make(method: method, query: query, key: $0) }
        self.size = try Self.rows(request.pageSize)
        after = try PageToken.key(request.pageToken, method: method, query: query) ?? ""
    }

    /// Rows to read: one more than is shown tells whether there is a next page.
    package var rows: Int { size + 1 }

    /// An empty page.
    package var room: PageRoom { PageRoom(rows: size, bytes: Self.bytesMax) }

    /// The token of the page behind `key`.
    package func token(behind key: String) -> String { makeToken(key) }

    /// Of a whole list in the order of its keys: the rows behind the page before, as many as are to be read.
    package func rest<Row>(of all: [Row], _ key: (Row) -> String) -> [Row] {
        Array(all.drop { !after.isEmpty && key($0) <= after }.prefix(rows))
    }

    /// What is shown of `found`, and the token behind it.
    package func cut<Row: Message>(_ found: [Row], _ key: (Row) -> String) -> ([Row], String) {
        fill(found, key) { $0 }
    }

    /// The same, where a row is made of what was found. `show` gives nil for what has gone in the meantime.
    package func fill<Found, Row: Message, Failure>(
        _ found: some Sequence<Found>, _ key: (Found) -> String, _ show: (Found) throws(Failure) -> Row?
    ) throws(Failure) -> ([Row], String) {
        var room = room
        var shown: [Row] = []
        var last = ""
        for one in found {
            guard let row = try show(one) else { continue }
            guard room.take(row) else { return (shown, token(behind: last)) }
            shown.append(row)
            last = key(one)
        }
        return (shown, "")
    }

    private static func rows(_ asked: Int32) throws(Status) -> Int {
        guard asked >= 0 else {
            throw Status(
                .invalidArgument, .invalidField, "page_size must not be negative", metadata: ["field": "page_size"])
        }
        return asked == 0 ? rowsStandard : min(Int(asked), rowsMax)
    }
}
