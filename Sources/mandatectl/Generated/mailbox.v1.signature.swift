// Generated from mandate/mailbox/v1/signature.proto by proto/generate. Do not edit.

internal import ArgumentParser
internal import Contract
internal import Messages

struct SignatureCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "signature",
        abstract: "Signatures, one an account and mailbox.",
        subcommands: [Set.self, Get.self, Delete.self, List.self])
}

extension SignatureCommand {
    struct Get: Leaf {
        static let configuration = CommandConfiguration(
            commandName: "get",
            abstract: "Shows an account's signature for a mailbox: its own, else the mailbox's default.")
        static let method = SignatureServiceMethods.getSignature
        var server: ServerName { .mailbox }

        @Argument(help: .reference(.account), transform: Reference.account) var account: Reference
        @Argument(help: .reference(.mailbox), transform: Reference.mailbox) var mailbox: Reference
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func request(_ connections: Connections) async throws -> GetSignatureRequest {
            let ids = try await connections.ids(of: [account, mailbox])
            return GetSignatureRequest(accountId: ids[0], mailboxId: ids[1])
        }
    }

    struct Delete: Leaf {
        static let configuration = CommandConfiguration(
            commandName: "delete",
            abstract: "Deletes an account's own signature for a mailbox.")
        static let method = SignatureServiceMethods.deleteSignature
        var server: ServerName { .mailbox }

        @Argument(help: .reference(.account), transform: Reference.account) var account: Reference
        @Argument(help: .reference(.mailbox), transform: Reference.mailbox) var mailbox: Reference
        @OptionGroup var justification: JustificationOption
        @OptionGroup var change: ChangeOptions
        @OptionGroup var etag: EtagOption
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func request(_ connections: Connections) async throws -> DeleteSignatureRequest {
            let ids = try await connections.ids(of: [account, mailbox])
            return DeleteSignatureRequest(
                accountId: ids[0],
                mailboxId: ids[1],
                justification: justification.justification,
                requestId: change.requestID,
                validateOnly: change.validateOnly,
                etag: etag.etag)
        }
    }

    struct List: ListLeaf {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: "Lists an account's own signatures, by mailbox.")
        static let method = SignatureServiceMethods.listSignatures
        var server: ServerName { .mailbox }

        @Argument(help: .reference(.account), transform: Reference.account) var account: Reference
        @OptionGroup var list: ListOptions

        func request(_ connections: Connections) async throws -> ListSignaturesRequest {
            ListSignaturesRequest(accountId: try await connections.id(of: account))
        }
    }
}
