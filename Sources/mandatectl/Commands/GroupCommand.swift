internal import ArgumentParser
internal import Contract
internal import Messages
internal import RPC

struct GroupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "group", abstract: "Groups and their members.",
        subcommands: [Create.self, Add.self, Remove.self, Members.self, List.self])

    struct Create: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Creates a group.")
        @Argument(help: "Its name, for people.") var displayName: String
        @Option(help: "A directory's own key.") var externalID = ""
        @OptionGroup var change: ChangeOptions
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func run() async throws {
            try await Connections.with(connection) { connections in
                let created = try await GroupClient(transport: connections.identity()).createGroup(
                    CreateGroupRequest(
                        group: Group(
                            organizationId: try await connections.organization(), displayName: displayName, externalId: externalID
                        ),
                        requestId: change.requestID, validateOnly: change.validateOnly), connections.callOptions)
                let group = created.group ?? Group()
                Output(output).one(group, [("group", group.id), ("name", group.displayName)])
            }
        }
    }

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Adds an account or a group to a group.")
        @Argument(help: .reference(.group), transform: Reference.group) var group: Reference
        @Argument(help: .reference(.member), transform: Reference.member) var member: Reference
        @OptionGroup var change: ChangeOptions
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func run() async throws {
            try await Connections.with(connection) { connections in
                let ids = try await connections.ids(of: [group, member])
                let answer = try await GroupClient(transport: connections.identity()).addGroupMember(
                    AddGroupMemberRequest(
                        groupId: ids[0], memberId: ids[1], requestId: change.requestID,
                        validateOnly: change.validateOnly), connections.callOptions)
                Output(output).one(
                    answer,
                    [
                        ("group", ids[0]), ("member", ids[1]),
                        ("changed", answer.unchanged ? "nothing: it was a member before" : "yes"),
                        ("event", answer.eventId),
                    ])
            }
        }
    }

    struct Remove: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Removes a member: when this has answered, nothing is allowed through the membership.")
        @Argument(help: .reference(.group), transform: Reference.group) var group: Reference
        @Argument(help: .reference(.member), transform: Reference.member) var member: Reference
        @OptionGroup var change: ChangeOptions
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func run() async throws {
            try await Connections.with(connection) { connections in
                let ids = try await connections.ids(of: [group, member])
                let answer = try await GroupClient(transport: connections.identity()).removeGroupMember(
                    RemoveGroupMemberRequest(
                        groupId: ids[0], memberId: ids[1], requestId: change.requestID,
                        validateOnly: change.validateOnly), connections.callOptions)
                Output(output).one(
                    answer,
                    [
                        ("group", ids[0]), ("member", ids[1]),
                        ("changed", answer.unchanged ? "nothing: it was no member" : "yes"), ("event", answer.eventId),
                    ])
            }
        }
    }

    struct Members: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Lists a group's direct members.")
        @Argument(help: .reference(.group), transform: Reference.group) var group: Reference
        @OptionGroup var list: ListOptions

        func run() async throws {
            try await list.run([("member", { $0.memberId }), ("added", { $0.createTime?.text ?? "" })]) {
                connections, size, token in
                try await GroupClient(transport: connections.identity()).listGroupMembers(
                    ListGroupMembersRequest(groupId: try await connections.id(of: group), pageSize: size, pageToken: token),
                    connections.callOptions)
            }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Lists an organization's groups.")
        @OptionGroup var list: ListOptions

        func run() async throws {
            try await list.run([("group", { $0.id }), ("external id", { $0.externalId }), ("name", { $0.displayName })]
            ) { connections, size, token in
                try await GroupClient(transport: connections.identity()).listGroups(
                    ListGroupsRequest(organizationId: try await connections.organization(), pageSize: size, pageToken: token),
                    connections.callOptions)
            }
        }
    }
}
