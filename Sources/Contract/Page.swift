package import Messages
package import RPC

/// One page of a list.
package struct Page: Sendable {
    private let token: @Sendable (String) -> String
    private let size: Int
    /// The key that the page starts behind; empty for the first.
    package let after: String

    /// `query`: the request without size and token, so that a token is bound to the rest.
    package init(_ call: Call, _ query: some Message, size: Int32, token: String) throws(Status) {
        let method = call.method
        self.token = { PageToken.make(method: method, query: query, key: $0) }
        self.size = try PageToken.size(size)
        after = try PageToken.key(token, method: method, query: query) ?? ""
    }

    /// Rows to read: one more than is shown tells whether there is a next page.
    package var rows: Int { size + 1 }

    /// What is shown of `found`, and the token behind it.
    package func cut<Row>(_ found: [Row], _ key: (Row) -> String) -> ([Row], String) {
        guard found.count > size else { return (found, "") }
        let shown = Array(found.prefix(size))
        return (shown, shown.last.map { token(key($0)) } ?? "")
    }
}
