// Generated from mandate/identity/v1/invitation.proto by proto/generate. Do not edit.

internal import ArgumentParser
internal import Contract
internal import Messages

struct InvitationCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "invitation",
        abstract: "Invitations of administrators and of users.",
        subcommands: [
            Accept.self, Decline.self, Resend.self, AcceptOwn.self, DeclineOwn.self, Withdraw.self, Get.self,
            GetOwn.self, List.self,
        ])
}

extension InvitationCommand {
    struct AcceptOwn: Leaf {
        static let configuration = CommandConfiguration(
            commandName: "accept-own",
            abstract: "Accepts an invitation of the account that calls: it needs no token.",
            discussion: "Another account's is not found.")
        static let method = InvitationServiceMethods.acceptOwnInvitation
        var server: ServerName { .identity }

        @Argument(help: "Its id.") var invitation: String
        @OptionGroup var change: ChangeOptions
        @OptionGroup var etag: EtagOption
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func request(_ connections: Connections) async throws -> AcceptOwnInvitationRequest {
            AcceptOwnInvitationRequest(
                invitationId: invitation,
                requestId: change.requestID,
                validateOnly: change.validateOnly,
                etag: etag.etag)
        }
    }

    struct DeclineOwn: Leaf {
        static let configuration = CommandConfiguration(
            commandName: "decline-own",
            abstract: "Declines an invitation of the account that calls.",
            discussion: "Another account's is not found.")
        static let method = InvitationServiceMethods.declineOwnInvitation
        var server: ServerName { .identity }

        @Argument(help: "Its id.") var invitation: String
        @OptionGroup var change: ChangeOptions
        @OptionGroup var etag: EtagOption
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func request(_ connections: Connections) async throws -> DeclineOwnInvitationRequest {
            DeclineOwnInvitationRequest(
                invitationId: invitation,
                requestId: change.requestID,
                validateOnly: change.validateOnly,
                etag: etag.etag)
        }
    }

    struct Withdraw: Leaf {
        static let configuration = CommandConfiguration(
            commandName: "withdraw",
            abstract: "Withdraws an invitation that waits.",
            discussion: """
                The account that it made is deleted, and its address is free at once; one that was there before stays \
                as it is. An administrator's is withdrawn by whoever may invite one.
                """)
        static let method = InvitationServiceMethods.withdrawInvitation
        var server: ServerName { .identity }

        @Argument(help: "Its id.") var invitation: String
        @OptionGroup var justification: JustificationOption
        @OptionGroup var change: ChangeOptions
        @OptionGroup var etag: EtagOption
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func request(_ connections: Connections) async throws -> WithdrawInvitationRequest {
            WithdrawInvitationRequest(
                invitationId: invitation,
                justification: justification.justification,
                requestId: change.requestID,
                validateOnly: change.validateOnly,
                etag: etag.etag)
        }
    }

    struct Get: Leaf {
        static let configuration = CommandConfiguration(commandName: "get", abstract: "Shows one invitation.")
        static let method = InvitationServiceMethods.getInvitation
        var server: ServerName { .identity }

        @Argument(help: "Its id.") var invitation: String
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func request(_ connections: Connections) async throws -> GetInvitationRequest {
            GetInvitationRequest(invitationId: invitation)
        }
    }

    struct GetOwn: Leaf {
        static let configuration = CommandConfiguration(
            commandName: "get-own",
            abstract: "Shows the invitation that waits for the account that calls, if one does.")
        static let method = InvitationServiceMethods.getOwnInvitation
        var server: ServerName { .identity }

        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func request(_ connections: Connections) async throws -> GetOwnInvitationRequest {
            GetOwnInvitationRequest()
        }
    }

    struct List: ListLeaf {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: "Lists an organization's invitations, by id: those that wait and those that are over.")
        static let method = InvitationServiceMethods.listInvitations
        var server: ServerName { .identity }

        @Option(help: .reference(.account, "Only this account's"), transform: Reference.account) var account: Reference?
        @Option(help: "Only this state.") var state: Word<InvitationState>?
        @OptionGroup var list: ListOptions

        func request(_ connections: Connections) async throws -> ListInvitationsRequest {
            ListInvitationsRequest(
                organizationId: try await connections.organization(),
                accountId: try await connections.id(of: account) ?? "",
                state: state?.value ?? .unspecified)
        }
    }
}
