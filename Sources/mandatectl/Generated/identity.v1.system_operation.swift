// Generated from mandate/identity/v1/system_operation.proto by proto/generate. Do not edit.

internal import ArgumentParser
internal import Contract
internal import Messages

struct SystemOperationCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "system-operation",
        abstract: """
            System operations: setting up a shared mailbox needs both, held by the account or by groups that it is in.
            """,
        subcommands: [Grant.self, Revoke.self, List.self])
}

extension SystemOperationCommand {
    struct Grant: Leaf {
        static let configuration = CommandConfiguration(
            commandName: "grant",
            abstract: "Gives an operation to an account or a group.",
            discussion: "Giving what is held changes nothing and says so.")
        static let method = SystemOperationServiceMethods.grantSystemOperation
        var server: ServerName { .identity }

        @Argument(help: .reference(.member), transform: Reference.member) var holder: Reference
        @Argument(help: "Which.") var operation: Word<SystemOperation>
        @OptionGroup var justification: JustificationOption
        @OptionGroup var change: ChangeOptions
        @OptionGroup var etag: EtagOption
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func request(_ connections: Connections) async throws -> GrantSystemOperationRequest {
            GrantSystemOperationRequest(
                holderId: try await connections.id(of: holder),
                operation: operation.value,
                justification: justification.justification,
                requestId: change.requestID,
                validateOnly: change.validateOnly,
                etag: etag.etag)
        }
    }

    struct Revoke: Leaf {
        static let configuration = CommandConfiguration(
            commandName: "revoke",
            abstract: "Takes an operation from an account or a group.",
            discussion: "When this has answered, nobody sets anything up by it.")
        static let method = SystemOperationServiceMethods.revokeSystemOperation
        var server: ServerName { .identity }

        @Argument(help: .reference(.member), transform: Reference.member) var holder: Reference
        @Argument(help: "Which.") var operation: Word<SystemOperation>
        @OptionGroup var justification: JustificationOption
        @OptionGroup var change: ChangeOptions
        @OptionGroup var etag: EtagOption
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func request(_ connections: Connections) async throws -> RevokeSystemOperationRequest {
            RevokeSystemOperationRequest(
                holderId: try await connections.id(of: holder),
                operation: operation.value,
                justification: justification.justification,
                requestId: change.requestID,
                validateOnly: change.validateOnly,
                etag: etag.etag)
        }
    }

    struct List: ListLeaf {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: "Lists who holds which operation, by holder.")
        static let method = SystemOperationServiceMethods.listSystemOperations
        var server: ServerName { .identity }

        @OptionGroup var list: ListOptions

        func request(_ connections: Connections) async throws -> ListSystemOperationsRequest {
            ListSystemOperationsRequest(organizationId: try await connections.organization())
        }
    }
}
