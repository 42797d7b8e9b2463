// Generated from mandate/identity/v1/ownership.proto by proto/generate. Do not edit.

internal import ArgumentParser
internal import Contract
internal import Messages

struct OwnershipCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ownership",
        abstract: "The transfer of an organization to another of its administrators.",
        subcommands: [Transfer.self, Accept.self, Decline.self, Withdraw.self, Offered.self])
}

extension OwnershipCommand {
    struct Transfer: Leaf {
        static let configuration = CommandConfiguration(
            commandName: "transfer",
            abstract: "Makes another administrator the owner.",
            discussion: """
                It must be active; it holds Full admin from then on, and the old owner stays one. Under policy \
                transfer needs acceptance it is only offered: nothing changes before it is accepted. While an offer is \
                pending there is no other transfer: it is withdrawn first.
                """)
        static let method = OwnershipServiceMethods.transferOwnership
        var server: ServerName { .identity }

        @Argument(help: .reference(.account), transform: Reference.account) var account: Reference
        @OptionGroup var justification: JustificationOption
        @OptionGroup var change: ChangeOptions
        @OptionGroup var etag: EtagOption
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func request(_ connections: Connections) async throws -> TransferOwnershipRequest {
            TransferOwnershipRequest(
                accountId: try await connections.id(of: account),
                justification: justification.justification,
                requestId: change.requestID,
                validateOnly: change.validateOnly,
                etag: etag.etag)
        }
    }

    struct Accept: Leaf {
        static let configuration = CommandConfiguration(
            commandName: "accept",
            abstract: """
                Accepts an offer of ownership, by the administrator to whom it was made: the owner is another from \
                then on.
                """,
            discussion: "Everything is judged once more.")
        static let method = OwnershipServiceMethods.acceptOwnershipTransfer
        var server: ServerName { .identity }

        @Argument(help: "Its id.") var ownershipTransfer: String
        @OptionGroup var justification: JustificationOption
        @OptionGroup var change: ChangeOptions
        @OptionGroup var etag: EtagOption
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func request(_ connections: Connections) async throws -> AcceptOwnershipTransferRequest {
            AcceptOwnershipTransferRequest(
                ownershipTransferId: ownershipTransfer,
                justification: justification.justification,
                requestId: change.requestID,
                validateOnly: change.validateOnly,
                etag: etag.etag)
        }
    }

    struct Decline: Leaf {
        static let configuration = CommandConfiguration(
            commandName: "decline",
            abstract: "Declines an offer of ownership, by the administrator to whom it was made.")
        static let method = OwnershipServiceMethods.declineOwnershipTransfer
        var server: ServerName { .identity }

        @Argument(help: "Its id.") var ownershipTransfer: String
        @OptionGroup var justification: JustificationOption
        @OptionGroup var change: ChangeOptions
        @OptionGroup var etag: EtagOption
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func request(_ connections: Connections) async throws -> DeclineOwnershipTransferRequest {
            DeclineOwnershipTransferRequest(
                ownershipTransferId: ownershipTransfer,
                justification: justification.justification,
                requestId: change.requestID,
                validateOnly: change.validateOnly,
                etag: etag.etag)
        }
    }

    struct Withdraw: Leaf {
        static let configuration = CommandConfiguration(
            commandName: "withdraw",
            abstract: "Withdraws an offer of ownership.")
        static let method = OwnershipServiceMethods.withdrawOwnershipTransfer
        var server: ServerName { .identity }

        @Argument(help: "Its id.") var ownershipTransfer: String
        @OptionGroup var justification: JustificationOption
        @OptionGroup var change: ChangeOptions
        @OptionGroup var etag: EtagOption
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func request(_ connections: Connections) async throws -> WithdrawOwnershipTransferRequest {
            WithdrawOwnershipTransferRequest(
                ownershipTransferId: ownershipTransfer,
                justification: justification.justification,
                requestId: change.requestID,
                validateOnly: change.validateOnly,
                etag: etag.etag)
        }
    }

    struct Offered: Leaf {
        static let configuration = CommandConfiguration(
            commandName: "offered",
            abstract: "Shows the organization's last offer of ownership: the pending one where there is one.",
            discussion: """
                To the owner, to Full admins and to the administrator to whom it was made; to everybody else it is \
                NOT_FOUND.
                """)
        static let method = OwnershipServiceMethods.getOwnershipTransfer
        var server: ServerName { .identity }

        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func request(_ connections: Connections) async throws -> GetOwnershipTransferRequest {
            GetOwnershipTransferRequest(organizationId: try await connections.organization())
        }
    }
}
