import SwiftProtobuf
import Testing

@testable import Generator

/// Commands of a small contract: accounts of identity.
@Suite struct CommandTests {
    /// The files of that method and its messages beside Account.
    private func files(_ name: String, _ request: MessageDescriptor, _ response: MessageDescriptor) throws -> [String: String] {
        try Commands(SchemaReading.read(set(name, request, response))).files()
    }

    private func set(
        _ name: String, _ request: MessageDescriptor, _ response: MessageDescriptor
    ) -> Google_Protobuf_FileDescriptorSet {
        let account = message(
            "Account", field("id", .string), field("organization_id", .string), field("address", .string),
            field("display_name", .string), field("create_time", "google.protobuf.Timestamp"), field("etag", .string),
            field("revision", .int64))
        var file = file("identity", account, request, response)
        file.service = [
            .with {
                $0.name = "AccountService"
                $0.method = [
                    .with {
                        $0.name = name
                        $0.inputType = ".mandate.identity.v1.\(request.name)"
                        $0.outputType = ".mandate.identity.v1.\(response.name)"
                    }
                ]
            }
        ]
        let comment = " Suspends an account (rule B3): nothing holds.\n It is undone by ReactivateAccount.\n"
        file.sourceCodeInfo.location = [
            .with { ($0.path, $0.leadingComments) = ([6, 0], " Accounts and their states.\n") },
            .with { ($0.path, $0.leadingComments) = ([6, 0, 2, 0], comment) },
        ]
        return contract(file, google("Timestamp"), google("FieldMask"))
    }

    private func google(_ name: String) -> FileDescriptor {
        .with {
            $0 = foreign("google.protobuf", message(name, field("seconds", .int64)))
            $0.name = "google/protobuf/\(name).proto"
        }
    }

    /// A resource in a request, or a mask, of which the caller sets these.
    private func settable(_ field: FieldDescriptor, _ names: String) -> FieldDescriptor {
        marked(field, fields(texts: [50714: names]))
    }

    private func marked(_ field: FieldDescriptor, _ options: WireWriter) -> FieldDescriptor {
        .with {
            $0 = field
            $0.options = (try? Google_Protobuf_FieldOptions(serializedBytes: options.bytes)) ?? .init()
        }
    }

    private let answer = message(
        "SuspendAccountResponse", field("account", "mandate.identity.v1.Account"), field("unchanged", .bool),
        field("event_id", .string), field("consistency_token", .string))

    @Test("a change: what is required is an argument, what all say alike comes from the common options")
    func change() throws {
        let request = message(
            "SuspendAccountRequest", field("account_id", .string, body(25, UInt64(1))), field("justification", .string),
            field("request_id", .string), field("validate_only", .bool), field("etag", .string), field("other_id", .string))
        let made = try files("SuspendAccount", request, answer)
        let source = try #require(made["identity.v1.identity.swift"])
        for line in [
            "struct AccountCommand: AsyncParsableCommand {", "abstract: \"Accounts and their states.\",",
            "subcommands: [Suspend.self])", "extension AccountCommand {", "struct Suspend: Leaf {",
            "abstract: \"Suspends an account: nothing holds.\",", "discussion: \"It is undone by ReactivateAccount.\")",
            "static let method = AccountServiceMethods.suspendAccount", "var server: ServerName { .identity }",
            "@Argument(help: .reference(.account), transform: Reference.account) var account: Reference",
            "@Option(help: \"\") var other = \"\"", "@OptionGroup var justification: JustificationOption",
            "@OptionGroup var etag: EtagOption", "@OptionGroup var change: ChangeOptions",
            "accountId: try await connections.id(of: account),", "justification: justification.justification,",
            "requestId: change.requestID,", "validateOnly: change.validateOnly,", "etag: etag.etag,", "otherId: other)",
        ] { #expect(source.contains(line), "\(line)") }

        let shown = try #require(made["identity.v1.identity.shown.swift"])
        #expect(shown.contains("extension SuspendAccountResponse: Shown {"))
        #expect(
            shown.contains("(account?.lines ?? []) + [(\"changed\", unchanged ? \"nothing\" : \"yes\"), (\"event\", eventId)]"))
        #expect(shown.contains("extension Account: Shown, Addressed {"))
        #expect(shown.contains("(\"address\", addressText),") && shown.contains("(\"created\", createTime?.text ?? \"\"),"))
        #expect(!shown.contains("revision") && !shown.contains("token"))
        #expect(try #require(made["contractCommands.swift"]).contains("[AccountCommand.self]"))
    }

    @Test("an update: the id is an argument, what its mask can name are options, and what was said is the mask")
    func update() throws {
        let request = message(
            "UpdateAccountRequest", field("account", "mandate.identity.v1.Account"),
            settable(field("update_mask", "google.protobuf.FieldMask"), "display_name"))
        let source = try #require(try files("UpdateAccount", request, answer)["identity.v1.identity.swift"])
        for line in [
            "@Argument(help: .reference(.account), transform: Reference.account) var account: Reference",
            "@Option(help: \"\") var displayName: String?", "@OptionGroup var etag: EtagOption",
            "id: try await connections.id(of: account),", "displayName: displayName ?? \"\",", "etag: etag.etag),",
            "updateMask: try FieldMask([(\"display_name\", displayName != nil)]))",
        ] { #expect(source.contains(line), "\(line)") }
        #expect(!source.contains("createTime") && !source.contains("var address") && !source.contains("organization()"))
    }

    @Test("what is new is called by its address; what the server sets is not asked for")
    func create() throws {
        let request = message(
            "CreateFunctionalAccountRequest",
            settable(field("account", "mandate.identity.v1.Account"), "organization_id address display_name"))
        let source = try #require(try files("CreateFunctionalAccount", request, answer)["identity.v1.identity.swift"])
        for line in [
            "struct CreateFunctional: Leaf {", "@Argument(help: \"\") var address: String",
            "@Option(help: \"\") var displayName = \"\"",
            "organizationId: try await connections.organization(),",
        ] { #expect(source.contains(line), "\(line)") }
        #expect(!source.contains("createTime") && !source.contains("id:  ") && !source.contains("etag"))
    }

    @Test("a list: its columns are those of the rows' option")
    func list() throws {
        var set = set(
            "ListAccounts",
            message(
                "ListAccountsRequest", field("organization_id", .string), repeated(field("account_ids", .string)),
                repeated(field("addresses", .string)), field("page_size", .int32), field("page_token", .string)),
            message(
                "ListAccountsResponse", repeated(field("accounts", "mandate.identity.v1.Account")),
                field("next_page_token", .string)))
        func columns(_ paths: String) throws -> [String: String] {
            let bytes = fields(texts: [50721: paths])
            set.file[0].messageType[0].options = try Google_Protobuf_MessageOptions(serializedBytes: bytes.bytes)
            return try Commands(SchemaReading.read(set)).files()
        }
        let made = try columns("id address")
        let source = try #require(made["identity.v1.identity.swift"])
        for line in [
            "struct List: ListLeaf {", "name: .customLong(\"account\")", "var accounts: [Reference] = []",
            "name: .customLong(\"address\")", "var addresses: [String] = []", "@OptionGroup var list: ListOptions",
            "accountIds: try await connections.ids(of: accounts),",
        ] { #expect(source.contains(line), "\(line)") }
        #expect(!source.contains("pageToken"))
        let shown = try #require(made["identity.v1.identity.shown.swift"])
        for line in [
            "extension Account: Listed, Addressed {", "(\"account\", { $0.id }),", "(\"address\", { $0.addressText }),",
            "extension ListAccountsRequest: PageRequest {}", "static var rowsName: String { \"accounts\" }",
            "var rows: [Account] { accounts }",
        ] { #expect(shown.contains(line), "\(line)") }
        #expect(!shown.contains("displayName"))

        let error = #expect(throws: GeneratorError.self) { try columns("id nothing") }
        #expect(error?.description == "mandate.identity.v1.Account: its columns name nothing, which is no field to show")
    }

    private func repeated(_ field: FieldDescriptor) -> FieldDescriptor {
        .with {
            $0 = field
            $0.label = .repeated
        }
    }

    @Test("a warning is told in the sentence of its comment")
    func warning() throws {
        var set = set(
            "SuspendAccount", message("SuspendAccountRequest"),
            message(
                "SuspendAccountResponse",
                repeated(
                    .with {
                        $0 = field("warnings", .enum)
                        $0.typeName = ".mandate.identity.v1.Warning"
                    })))
        set.file[0].enumType = [
            .with {
                $0.name = "Warning"
                $0.value = [
                    .with { $0.name = "WARNING_UNSPECIFIED" },
                    .with { ($0.name, $0.number) = ("WARNING_LAST_ONE", 1) },
                ]
            }
        ]
        set.file[0].sourceCodeInfo.location.append(
            .with { ($0.path, $0.leadingComments) = ([5, 0, 2, 1], " Only one is left (rule C7). Mind it.\n") })
        let shown = try #require(try Commands(SchemaReading.read(set)).files()["identity.v1.identity.shown.swift"])
        #expect(shown.contains("case .lastOne: \"Only one is left.\""))
        #expect(shown.contains("(\"warning\", warnings.map(\\.sentence).joined(separator: \" \"))"))
    }

    @Test("what no option can ask for stops the generator: a secret, bytes, many of a message, a stream")
    func refused() throws {
        let secret = marked(field("password", .string), fields(numbers: [50712: 1]))
        for hidden in [secret, field("key", .bytes), repeated(field("account", "mandate.identity.v1.Account"))] {
            let error = #expect(throws: GeneratorError.self) {
                try files("SuspendAccount", message("SuspendAccountRequest", hidden), answer)
            }
            #expect(error?.description.contains("SuspendAccountRequest.\(hidden.name): no option can ask for it") == true)
        }
        var stream = set("SuspendAccount", message("SuspendAccountRequest"), answer)
        stream.file[0].service[0].method[0].serverStreaming = true
        #expect(throws: GeneratorError.self) { try Commands(SchemaReading.read(stream)) }
    }

    @Test("two methods of the same words stop it too")
    func twice() throws {
        var set = set("SuspendAccount", message("SuspendAccountRequest"), answer)
        var other = set.file[0].service[0]
        other.name = "Account"
        set.file[0].service.append(other)
        let error = #expect(throws: GeneratorError.self) { try Commands(SchemaReading.read(set)) }
        #expect(error?.description.contains("another method is `account suspend` too") == true)
    }

    @Test(
        "a resource of which nothing says what the caller sets, or what it has not, stops it too",
        arguments: ["", "address nothing"])
    func settable(_ names: String) throws {
        let request = message(
            "CreateFunctionalAccountRequest", settable(field("account", "mandate.identity.v1.Account"), names))
        let error = #expect(throws: GeneratorError.self) { try files("CreateFunctionalAccount", request, answer) }
        #expect(error?.description.contains("which fields the caller sets") == true)
    }

    @Test("no answer's secret is shown")
    func secretAnswer() throws {
        let response = message(
            "SuspendAccountResponse", field("event_id", .string),
            marked(field("session_token", .string), fields(numbers: [50712: 1])))
        let made = try files("SuspendAccount", message("SuspendAccountRequest"), response)
        let shown = try #require(made["identity.v1.identity.shown.swift"])
        #expect(shown.contains("eventId") && !shown.contains("sessionToken"))
    }
}
