internal import ArgumentParser
internal import Contract
internal import Messages
internal import RPC

// By hand, since it makes two things at once and asks for a password.

extension OrganizationCommand {
    struct Create: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "create",
            abstract: "Creates an organization with its owner.",
            discussion: "Without a first password the owner cannot sign in with one.")
        @Argument(help: "Its name, for people.") var displayName: String
        @Option(help: "The owner's address.") var owner: String
        @Option(help: "The owner's name, for people.") var ownerName = ""
        @Option(
            help: """
                What its policies are until it says otherwise: functional-accounts (administrators grant, with roles), \
                shared-mailboxes (three rights, and system operations to set up) or personal-sharing (owners grant in their \
                groups).
                """)
        var preset = Word(OrganizationPreset.functionalAccounts)
        @Option(help: "A directory's own key.") var externalID = ""
        @OptionGroup(title: "The owner's first password") var first: FirstPasswordOptions
        @OptionGroup var change: ChangeOptions
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func run() async throws {
            let password = try first.password()
            try await Connections.with(connection) { connections in
                let created = try await OrganizationClient(transport: connections.identity()).createOrganization(
                    CreateOrganizationRequest(
                        organization: Organization(displayName: displayName, preset: preset.value, externalId: externalID),
                        owner: Account(address: owner, displayName: ownerName), ownerPassword: password,
                        requestId: change.requestID, validateOnly: change.validateOnly), connections.callOptions)
                Output(output).one(
                    created,
                    [
                        ("organization", created.organization?.id ?? ""), ("name", created.organization?.displayName ?? ""),
                        ("owner", created.owner?.id ?? ""), ("address", created.owner?.addressText ?? ""),
                    ])
            }
        }
    }
}
