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
        @Option(help: "org_…") var organization: String
        @Option(help: "A directory's own key.") var externalID = ""
        @OptionGroup var change: ChangeOptions
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func run() async throws {
            try await Connections.with(connection) { connections in
                let created = try await GroupClient(transport: connections.identity()).createGroup(
                    CreateGroupRequest(
                        group: Group(organizationId: organization, displayName: displayName, externalId: externalID),
                        requestId: change.requestID, validateOnly: change.validateOnly), connection.callOptions)
                let group = created.group ?? Group()
                Output(output).one(group, [("group", group.id), ("name", group.displayName)])
            }
        }
    }

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Adds an account or a group to a group.")
        @Argument(help: "grp_…") var group: String
        @Argument(help: "acc_… or grp_…") var member: String
        @OptionGroup var change: ChangeOptions
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func run() async throws {
            try await Connections.with(connection) { connections in
                let answer = try await GroupClient(transport: connections.identity()).addMember(
                    AddMemberRequest(
                        groupId: group, memberId: member, requestId: change.requestID,
                        validateOnly: change.validateOnly), connection.callOptions)
                Output(output).one(
                    answer,
                    [
                        ("group", group), ("member", member),
                        ("changed", answer.unchanged ? "nothing: it was a member before" : "yes"),
                        ("event", answer.eventId),
                    ])
            }
        }
    }

    struct Remove: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Removes a member: when this has answered, nothing is allowed through the membership.")
        @Argument(help: "grp_…") var group: String
        @Argument(help: "acc_… or grp_…") var member: String
        @OptionGroup var change: ChangeOptions
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func run() async throws {
            try await Connections.with(connection) { connections in
                let answer = try await GroupClient(transport: connections.identity()).removeMember(
                    RemoveMemberRequest(
                        groupId: group, memberId: member, requestId: change.requestID,
                        validateOnly: change.validateOnly), connection.callOptions)
                Output(output).one(
                    answer,
                    [
                        ("group", group), ("member", member),
                        ("changed", answer.unchanged ? "nothing: it was no member" : "yes"), ("event", answer.eventId),
                    ])
            }
        }
    }

    struct Members: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Lists a group's direct members.")
        @Argument(help: "grp_…") var group: String
        @OptionGroup var list: ListOptions

        func run() async throws {
            try await list.run([("member", { $0.memberId }), ("added", { $0.addedAt?.text ?? "" })]) {
                connections, size, token in
                try await GroupClient(transport: connections.identity()).listMembers(
                    ListMembersRequest(groupId: group, pageSize: size, pageToken: token), list.callOptions)
            }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Lists an organization's groups.")
        @Option(help: "org_…") var organization: String
        @OptionGroup var list: ListOptions

        func run() async throws {
            try await list.run([("group", { $0.id }), ("external id", { $0.externalId }), ("name", { $0.displayName })]
            ) { connections, size, token in
                try await GroupClient(transport: connections.identity()).listGroups(
                    ListGroupsRequest(organizationId: organization, pageSize: size, pageToken: token),
                    list.callOptions)
            }
        }
    }
}
