internal import ArgumentParser
internal import Contract
internal import Messages
internal import RPC

/// A command that is one call of one method: what is said to it is the request, what it shows is the answer.
///
/// proto/generate writes them from the contract into `Generated`; which methods have a command of another kind, or none,
/// stands in the generator's CommandPlace.
protocol Leaf: AsyncParsableCommand {
    associatedtype Request: Message
    associatedtype Response: Shown

    static var method: Method<Request, Response> { get }
    /// Who is asked.
    var server: ServerName { get }
    var output: OutputOptions { get }
    var connection: ConnectionOptions { get }

    /// With the ids of what its references name.
    func request(_ connections: Connections) async throws -> Request
}

extension Leaf {
    func run() async throws {
        try await Connections.with(connection) { connections in
            let answer = try await server.transport(connections).unary(
                Self.method, request(connections), connections.callOptions)
            Output(output).show(answer)
        }
    }
}

/// A command that lists, page by page.
protocol ListLeaf: AsyncParsableCommand {
    associatedtype Request: PageRequest
    associatedtype Page: ListPage where Page.Row: Listed

    static var method: Method<Request, Page> { get }
    var server: ServerName { get }
    var list: ListOptions { get }

    /// Of the first page.
    func request(_ connections: Connections) async throws -> Request
}

extension ListLeaf {
    func run() async throws {
        var request: Request?
        try await list.run(Page.Row.columns) { connections, size, token in
            // What names stand for is looked up once, however many pages there are.
            var next = if let request { request } else { try await self.request(connections) }
            (next.pageSize, next.pageToken) = (size, token)
            request = next
            return try await server.transport(connections).unary(Self.method, next, connections.callOptions)
        }
    }
}
