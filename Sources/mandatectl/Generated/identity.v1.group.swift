// Generated from mandate/identity/v1/group.proto by proto/generate. Do not edit.

internal import ArgumentParser
internal import Contract
internal import Messages

struct GroupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "group",
        abstract: "Groups and their members.",
        subcommands: [Create.self, Get.self, List.self, Add.self, Remove.self, Members.self])
}

extension GroupCommand {
    struct Create: Leaf {
        static let configuration = CommandConfiguration(commandName: "create", abstract: "Creates a group.")
        static let method = GroupServiceMethods.createGroup
        var server: ServerName { .identity }

        @Argument(help: "The name, for people: 1 to 200 characters, unique in the organization.")
        var displayName: String
        @Option(help: "A directory's own key, unique in the organization when not empty.") var externalId = ""
        @OptionGroup var change: ChangeOptions
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func request(_ connections: Connections) async throws -> CreateGroupRequest {
            CreateGroupRequest(
                group: Group(
                    organizationId: try await connections.organization(),
                    displayName: displayName,
                    externalId: externalId),
                requestId: change.requestID,
                validateOnly: change.validateOnly)
        }
    }

    struct Get: Leaf {
        static let configuration = CommandConfiguration(commandName: "get", abstract: "Shows one group.")
        static let method = GroupServiceMethods.getGroup
        var server: ServerName { .identity }

        @Argument(help: .reference(.group), transform: Reference.group) var group: Reference
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func request(_ connections: Connections) async throws -> GetGroupRequest {
            GetGroupRequest(groupId: try await connections.id(of: group))
        }
    }

    struct List: ListLeaf {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: "Lists an organization's groups, by id: all, or those that are named.")
        static let method = GroupServiceMethods.listGroups
        var server: ServerName { .identity }

        @Option(
            name: .customLong("group"),
            help: .reference(.group, "Only groups with one of these ids, names or external ids"),
            transform: Reference.group)
        var groups: [Reference] = []
        @Option(name: .customLong("display-name"), help: "Only groups with one of these names.")
        var displayNames: [String] = []
        @Option(name: .customLong("external-id"), help: "Only groups with one of these external ids.")
        var externalIds: [String] = []
        @OptionGroup var list: ListOptions

        func request(_ connections: Connections) async throws -> ListGroupsRequest {
            ListGroupsRequest(
                organizationId: try await connections.organization(),
                groupIds: try await connections.ids(of: groups),
                displayNames: displayNames,
                externalIds: externalIds)
        }
    }

    struct Add: Leaf {
        static let configuration = CommandConfiguration(
            commandName: "add",
            abstract: "Adds an account or a group to a group.",
            discussion: "Adding can give access, so it needs delegations: edit.")
        static let method = GroupServiceMethods.addGroupMember
        var server: ServerName { .identity }

        @Argument(help: .reference(.group), transform: Reference.group) var group: Reference
        @Argument(help: .reference(.member), transform: Reference.member) var member: Reference
        @OptionGroup var change: ChangeOptions
        @OptionGroup var etag: EtagOption
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func request(_ connections: Connections) async throws -> AddGroupMemberRequest {
            let ids = try await connections.ids(of: [group, member])
            return AddGroupMemberRequest(
                groupId: ids[0],
                memberId: ids[1],
                requestId: change.requestID,
                validateOnly: change.validateOnly,
                etag: etag.etag)
        }
    }

    struct Remove: Leaf {
        static let configuration = CommandConfiguration(
            commandName: "remove",
            abstract: "Removes a member from a group.",
            discussion: "When this has answered, no follower allows through the membership.")
        static let method = GroupServiceMethods.removeGroupMember
        var server: ServerName { .identity }

        @Argument(help: .reference(.group), transform: Reference.group) var group: Reference
        @Argument(help: .reference(.member), transform: Reference.member) var member: Reference
        @OptionGroup var change: ChangeOptions
        @OptionGroup var etag: EtagOption
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func request(_ connections: Connections) async throws -> RemoveGroupMemberRequest {
            let ids = try await connections.ids(of: [group, member])
            return RemoveGroupMemberRequest(
                groupId: ids[0],
                memberId: ids[1],
                requestId: change.requestID,
                validateOnly: change.validateOnly,
                etag: etag.etag)
        }
    }

    struct Members: ListLeaf {
        static let configuration = CommandConfiguration(
            commandName: "members",
            abstract: "Lists a group's direct members, by id.")
        static let method = GroupServiceMethods.listGroupMembers
        var server: ServerName { .identity }

        @Argument(help: .reference(.group), transform: Reference.group) var group: Reference
        @OptionGroup var list: ListOptions

        func request(_ connections: Connections) async throws -> ListGroupMembersRequest {
            ListGroupMembersRequest(groupId: try await connections.id(of: group))
        }
    }
}
