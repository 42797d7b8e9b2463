// Generated from mandate/mailbox/v1/mailbox.proto by proto/generate. Do not edit.

internal import ArgumentParser
internal import Contract
internal import Messages

struct MailboxCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mailbox",
        abstract: "Mailboxes, and who can do what in them.",
        subcommands: [Get.self, List.self, Delegates.self])
}

extension MailboxCommand {
    struct Get: Leaf {
        static let configuration = CommandConfiguration(commandName: "get", abstract: "Shows one mailbox.")
        static let method = MailboxServiceMethods.getMailbox
        var server: ServerName { .mailbox }

        @Argument(help: .reference(.mailbox), transform: Reference.mailbox) var mailbox: Reference
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func request(_ connections: Connections) async throws -> GetMailboxRequest {
            GetMailboxRequest(mailboxId: try await connections.id(of: mailbox))
        }
    }

    struct List: ListLeaf {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: "Lists every mailbox that an account can do something in, its own first.")
        static let method = MailboxServiceMethods.listMailboxes
        var server: ServerName { .mailbox }

        @Argument(help: .reference(.account), transform: Reference.account) var account: Reference
        @OptionGroup var list: ListOptions

        func request(_ connections: Connections) async throws -> ListMailboxesRequest {
            ListMailboxesRequest(accountId: try await connections.id(of: account))
        }
    }
}
