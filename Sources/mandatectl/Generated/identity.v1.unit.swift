// Generated from mandate/identity/v1/unit.proto by proto/generate. Do not edit.

internal import ArgumentParser
internal import Contract
internal import Messages

struct UnitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unit",
        abstract: "Organizational units: a tree with accounts in it.",
        subcommands: [Create.self, Update.self, Move.self, Delete.self, Get.self, List.self, SetAccount.self])
}

extension UnitCommand {
    struct Create: Leaf {
        static let configuration = CommandConfiguration(
            commandName: "create",
            abstract: "Creates a unit: under another one, or at the top.")
        static let method = UnitServiceMethods.createUnit
        var server: ServerName { .identity }

        @Argument(
            help: """
                The name, for people: 1 to 200 characters, unique among those that are directly under the same unit.
                """)
        var displayName: String
        @Option(help: .reference(.unit, "The unit that it is directly under"), transform: Reference.unit)
        var parent: Reference?
        @Option(help: "A directory's own key, unique in the organization when not empty.") var externalId = ""
        @Option(help: "The domain that addresses of its accounts are usually of.") var defaultDomain = ""
        @OptionGroup var change: ChangeOptions
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func request(_ connections: Connections) async throws -> CreateUnitRequest {
            CreateUnitRequest(
                unit: Unit(
                    organizationId: try await connections.organization(),
                    parentId: try await connections.id(of: parent) ?? "",
                    displayName: displayName,
                    externalId: externalId,
                    defaultDomain: defaultDomain),
                requestId: change.requestID,
                validateOnly: change.validateOnly)
        }
    }

    struct Update: Leaf {
        static let configuration = CommandConfiguration(
            commandName: "update",
            abstract: "Changes the names of a unit, or its default domain.")
        static let method = UnitServiceMethods.updateUnit
        var server: ServerName { .identity }

        @Argument(help: .reference(.unit), transform: Reference.unit) var unit: Reference
        @Option(
            help: """
                The name, for people: 1 to 200 characters, unique among those that are directly under the same unit.
                """)
        var displayName: String?
        @Option(help: "A directory's own key, unique in the organization when not empty.") var externalId: String?
        @Option(help: "The domain that addresses of its accounts are usually of.") var defaultDomain: String?
        @OptionGroup var etag: EtagOption
        @OptionGroup var change: ChangeOptions
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func request(_ connections: Connections) async throws -> UpdateUnitRequest {
            UpdateUnitRequest(
                unit: Unit(
                    id: try await connections.id(of: unit),
                    displayName: displayName ?? "",
                    externalId: externalId ?? "",
                    defaultDomain: defaultDomain ?? "",
                    etag: etag.etag),
                updateMask: try FieldMask([
                    ("display_name", displayName != nil), ("external_id", externalId != nil),
                    ("default_domain", defaultDomain != nil),
                ]),
                requestId: change.requestID,
                validateOnly: change.validateOnly)
        }
    }

    struct Move: Leaf {
        static let configuration = CommandConfiguration(
            commandName: "move",
            abstract: "Moves a unit, with all that is in it and below it, under another one or to the top.",
            discussion: """
                Who does so needs the scope where it comes from and where it goes to, and gains nothing over what is \
                moved. When this has answered, roles for units count by where it is now.
                """)
        static let method = UnitServiceMethods.moveUnit
        var server: ServerName { .identity }

        @Argument(help: .reference(.unit), transform: Reference.unit) var unit: Reference
        @Option(
            help: .reference(.unit, "The unit that it will be directly under: neither itself nor one below it"),
            transform: Reference.unit)
        var parent: Reference?
        @Flag(help: "To the top, under no other unit.") var top = false
        @OptionGroup var change: ChangeOptions
        @OptionGroup var etag: EtagOption
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func request(_ connections: Connections) async throws -> MoveUnitRequest {
            MoveUnitRequest(
                unitId: try await connections.id(of: unit),
                parentId: try await connections.id(of: parent) ?? "",
                top: top,
                requestId: change.requestID,
                validateOnly: change.validateOnly,
                etag: etag.etag)
        }
    }

    struct Delete: Leaf {
        static let configuration = CommandConfiguration(
            commandName: "delete",
            abstract: "Deletes a unit that is empty: without units below it, accounts in it, and roles for it.")
        static let method = UnitServiceMethods.deleteUnit
        var server: ServerName { .identity }

        @Argument(help: .reference(.unit), transform: Reference.unit) var unit: Reference
        @OptionGroup var change: ChangeOptions
        @OptionGroup var etag: EtagOption
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func request(_ connections: Connections) async throws -> DeleteUnitRequest {
            DeleteUnitRequest(
                unitId: try await connections.id(of: unit),
                requestId: change.requestID,
                validateOnly: change.validateOnly,
                etag: etag.etag)
        }
    }

    struct Get: Leaf {
        static let configuration = CommandConfiguration(commandName: "get", abstract: "Shows one unit.")
        static let method = UnitServiceMethods.getUnit
        var server: ServerName { .identity }

        @Argument(help: .reference(.unit), transform: Reference.unit) var unit: Reference
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func request(_ connections: Connections) async throws -> GetUnitRequest {
            GetUnitRequest(unitId: try await connections.id(of: unit))
        }
    }

    struct List: ListLeaf {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: """
                Lists an organization's units, by id: all, those directly under one, those at the top, or those that \
                are named.
                """)
        static let method = UnitServiceMethods.listUnits
        var server: ServerName { .identity }

        @Option(help: .reference(.unit, "Only those directly under this unit"), transform: Reference.unit)
        var parent: Reference?
        @Flag(help: "Only those at the top.") var top = false
        @Option(
            name: .customLong("unit"),
            help: .reference(.unit, "Only units with one of these ids, names or external ids"),
            transform: Reference.unit)
        var units: [Reference] = []
        @Option(name: .customLong("display-name"), help: "Only units with one of these names, wherever they are.")
        var displayNames: [String] = []
        @Option(name: .customLong("external-id"), help: "Only units with one of these external ids.")
        var externalIds: [String] = []
        @OptionGroup var list: ListOptions

        func request(_ connections: Connections) async throws -> ListUnitsRequest {
            ListUnitsRequest(
                organizationId: try await connections.organization(),
                parentId: try await connections.id(of: parent) ?? "",
                top: top,
                unitIds: try await connections.ids(of: units),
                displayNames: displayNames,
                externalIds: externalIds)
        }
    }

    struct SetAccount: Leaf {
        static let configuration = CommandConfiguration(
            commandName: "set-account",
            abstract: "Moves an account into a unit, or out of any.",
            discussion: """
                Who does so needs the scope where it comes from and where it goes to, and gains nothing over it; \
                another administrator is moved by a Full admin only. When this has answered, roles for units count by \
                where it is now.
                """)
        static let method = UnitServiceMethods.setAccountUnit
        var server: ServerName { .identity }

        @Argument(help: .reference(.account), transform: Reference.account) var account: Reference
        @Option(help: .reference(.unit, "The unit that it will belong to"), transform: Reference.unit)
        var unit: Reference?
        @Flag(help: "To none.") var noUnit = false
        @OptionGroup var justification: JustificationOption
        @OptionGroup var change: ChangeOptions
        @OptionGroup var etag: EtagOption
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func request(_ connections: Connections) async throws -> SetAccountUnitRequest {
            SetAccountUnitRequest(
                accountId: try await connections.id(of: account),
                unitId: try await connections.id(of: unit) ?? "",
                noUnit: noUnit,
                justification: justification.justification,
                requestId: change.requestID,
                validateOnly: change.validateOnly,
                etag: etag.etag)
        }
    }
}
