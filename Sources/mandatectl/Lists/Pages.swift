/// Follows page tokens.
enum Pages {
    /// The most that a server gives at once.
    private static let rowsMax = 1000

    /// Shows page after page until `limit` rows, or to the end for 0. Returns the token to go on with; empty at the end.
    static func each<Page: ListPage>(
        limit: Int, after token: String = "", _ ask: (_ size: Int32, _ token: String) async throws -> Page,
        show: (Page) throws -> Void
    ) async throws -> String {
        var left = limit
        var token = token
        repeat {
            let page = try await ask(Int32(limit == 0 ? rowsMax : min(left, rowsMax)), token)
            try show(page)
            left -= page.rows.count
            token = page.nextPageToken
        } while !token.isEmpty && (limit == 0 || left > 0)
        return token
    }

    /// Every row, in memory.
    static func all<Page: ListPage>(
        _ ask: (_ size: Int32, _ token: String) async throws -> Page
    ) async throws -> [Page.Row] {
        var rows: [Page.Row] = []
        _ = try await each(limit: 0, ask) { rows += $0.rows }
        return rows
    }
}
