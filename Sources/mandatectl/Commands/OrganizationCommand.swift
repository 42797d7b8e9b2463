internal import ArgumentParser
internal import Contract
internal import Messages
internal import RPC

struct OrganizationCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "organization", abstract: "Organizations and their owners.",
        subcommands: [Create.self, Get.self, List.self])

    struct Create: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Creates an organization with its owner.",
            discussion: "Without a first password the owner cannot sign in with one.")
        @Argument(help: "Its name, for people.") var displayName: String
        @Option(help: "The owner's address.") var owner: String
        @Option(help: "The owner's name, for people.") var ownerName = ""
        @Option(help: "functional-accounts, shared-mailboxes or personal-sharing.")
        var preset = PresetArgument(value: .functionalAccounts)
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

    struct Get: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Shows one organization.")
        @Argument(help: .reference(.organization), transform: Reference.organization) var organization: Reference
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func run() async throws {
            try await Connections.with(connection) { connections in
                let got = try await OrganizationClient(transport: connections.identity()).getOrganization(
                    GetOrganizationRequest(organizationId: try await connections.id(of: organization)), connections.callOptions)
                let found = got.organization ?? Organization()
                Output(output).one(
                    found,
                    [
                        ("organization", found.id), ("name", found.displayName), ("preset", found.preset.word),
                        ("owner", found.ownerId), ("roles", found.rolesEnabled ? "on" : "off"),
                        ("created", found.createTime?.text ?? ""),
                    ])
            }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Lists the installation's organizations.")
        @OptionGroup var list: ListOptions

        func run() async throws {
            try await list.run(
                [
                    ("organization", { $0.id }), ("preset", { $0.preset.word }), ("owner", { $0.ownerId }),
                    ("name", { $0.displayName }),
                ]
            ) { connections, size, token in
                try await OrganizationClient(transport: connections.identity()).listOrganizations(
                    ListOrganizationsRequest(pageSize: size, pageToken: token), connections.callOptions)
            }
        }
    }
}

struct PresetArgument: ExpressibleByArgument {
    let value: OrganizationPreset
    init(value: OrganizationPreset) { self.value = value }
    init?(argument: String) {
        guard let value = OrganizationPreset(word: argument) else { return nil }
        self.value = value
    }
    var defaultValueDescription: String { value.word }
    static var allValueStrings: [String] { OrganizationPreset.words }
}
