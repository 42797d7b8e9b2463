internal import ArgumentParser
internal import Messages
internal import RPC

/// What every list has.
struct ListOptions: ParsableArguments {
    @Option(parsing: .unconditional, help: "At most this many; 0 for all.") var limit = 100
    @Option(help: "Go on where a list with the same options was left, by its token.") var pageToken = ""
    @OptionGroup var output: OutputOptions
    @OptionGroup var connection: ConnectionOptions

    func validate() throws {
        guard limit >= 0 else { throw Failure("--limit is 1 row or more, or 0 for all, not \(limit)") }
    }

    /// Prints the rows under the columns as they come, and says on standard error when there are more.
    func run<Page: ListPage>(
        _ columns: [ListWriter<Page>.Column],
        _ ask: (_ connections: Connections, _ size: Int32, _ token: String) async throws -> Page
    ) async throws {
        try await Connections.with(connection) { connections in
            var writer = ListWriter<Page>(output.output, columns, write: Terminal.write)
            let next = try await Pages.each(limit: limit, after: pageToken) { size, token in
                try await ask(connections, size, token)
            } show: { page in
                writer.add(page.rows)
            }
            writer.finish(next: next)
            if !next.isEmpty {
                Terminal.note("There are more: go on with --page-token \(next), or list all of them with --limit 0.")
            }
        }
    }
}
