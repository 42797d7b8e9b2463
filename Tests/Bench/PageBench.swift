internal import ArgumentParser
internal import Contract
internal import IdentityHandlers
internal import Messages
internal import RPC

/// `ListAccounts` page by page in process: the first page of a large organization against its last, in turns.
struct PageBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pages", abstract: "Milliseconds of the first and of the last page of an organization's accounts.")

    @Option(help: "A folder for the database.") var folder: String
    @Option var accounts = 100_000
    @Option var rows = 1000
    @Option var runs = 50

    func run() async throws {
        let database = try IdentityStore(folder: folder)
        defer { database.close() }
        let population = try await Population.settle(database.store, accounts: accounts, name: "pages")
        let (transport, options) = try await database.identity().client(as: population.owner)
        let client = AccountClient(transport: transport)
        var request = ListAccountsRequest(organizationId: population.organization, pageSize: Int32(rows))
        // To the last page that is whole: behind it stands less than one.
        var (token, listed) = ("", 0)
        while listed + 2 * rows <= accounts + 1 {
            request.pageToken = token
            let page = try await client.listAccounts(request, options)
            guard page.accounts.count == rows, !page.nextPageToken.isEmpty else {
                throw Failure("a page of \(page.accounts.count) behind \(listed) of \(accounts)")
            }
            listed += rows
            token = page.nextPageToken
        }
        var times: [Bool: [Double]] = [:]
        for run in 0..<(2 * runs) {
            let isFirst = run.isMultiple(of: 2)
            request.pageToken = isFirst ? "" : token
            let began = ContinuousClock.now
            let page = try await client.listAccounts(request, options)
            times[isFirst, default: []].append((ContinuousClock.now - began) / .milliseconds(1))
            guard page.accounts.count == rows else { throw Failure("a page of \(page.accounts.count)") }
        }
        value("page_first_ms", median(times[true] ?? []))
        value("page_last_ms", median(times[false] ?? []))
    }
}
