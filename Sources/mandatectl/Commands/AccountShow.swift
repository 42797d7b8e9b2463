internal import ArgumentParser
internal import Contract
internal import Messages
internal import RPC

extension AccountCommand {
    /// A page for people: all of one account, from identity and from mailbox. What mailbox does not show to who acts is named
    /// with the reason, and hides nothing of the rest.
    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show",
            abstract: "Shows all of one account: its roles, groups, licence, sessions, mailboxes, and who has access to its own.")

        @Argument(help: .reference(.account), transform: Reference.account) var account: Reference
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func run() async throws {
            try await Connections.with(connection) { connections in
                let id = try await connections.id(of: account)
                let known = try await AccountClient(transport: connections.identity()).getAccountSummary(
                    GetAccountSummaryRequest(accountId: id), connections.callOptions)
                guard output.output == .table else { return Output(output).show(known) }
                let mailboxes = await part("mailboxes") {
                    try await MailboxClient(transport: connections.mailbox()).listMailboxes(
                        ListMailboxesRequest(accountId: id), connections.callOptions)
                }
                let delegates = await part("delegates of its mailbox") {
                    try await DelegationClient(transport: connections.mailbox()).listDelegates(
                        ListDelegatesRequest(mailboxId: MailboxName.id(ofAccount: id)), connections.callOptions)
                }
                Terminal.line([known.shown, mailboxes, delegates].joined(separator: "\n\n"))
            }
        }

        /// A part of the page, or why it is not shown.
        private func part<Page: ListPage>(_ name: String, _ ask: () async throws -> Page) async -> String where Page.Row: Listed {
            do {
                let page = try await ask()
                let more = page.nextPageToken.isEmpty ? "" : "\nand more"
                return "\(name):\n" + Table.text(of: page.rows) + more
            } catch let status as Status {
                return "\(name): not shown: \(Failure(status, connection).what)"
            } catch {
                return "\(name): not shown: \(error)"
            }
        }
    }
}

extension GetAccountSummaryResponse: Shown {
    var shown: String {
        var parts = [
            Table.text(of: (account?.lines ?? []) + [("licence", licenceText), ("sessions", "\(sessionCount)")])
        ]
        if !assignments.isEmpty { parts.append("roles:\n" + Table.text(of: assignments)) }
        parts.append(groups.isEmpty ? "groups: none" : "groups:\n" + groupTable)
        if Int(groupCount) > groups.count { parts.append("and \(Int(groupCount) - groups.count) more") }
        return parts.joined(separator: "\n\n")
    }

    private var licenceText: String {
        guard let licence else { return "none" }
        return licence.plan.isEmpty ? licence.id : "\(licence.plan) (\(licence.id))"
    }

    private var groupTable: String {
        Table.text(
            header: ["group", "name", "until"],
            rows: zip(groups, memberships).map { group, membership in
                [group.id, group.displayName, membership.expireTime?.text ?? "for good"]
            })
    }
}
