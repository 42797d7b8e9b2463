// Generated from mandate/identity/v1/group.proto by proto/generate. Do not edit.

internal import ArgumentParser
internal import Contract
internal import Messages

struct GroupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "group",
        abstract: "Groups and their members.",
        subcommands: [
            Create.self, Get.self, List.self, Update.self, Delete.self, Add.self, Remove.self, AddMembers.self,
            RemoveMembers.self, SetMembers.self, Members.self,
        ])
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

    struct Update: Leaf {
        static let configuration = CommandConfiguration(
            commandName: "update",
            abstract: "Changes a group's name or external id.")
        static let method = GroupServiceMethods.updateGroup
        var server: ServerName { .identity }

        @Argument(help: .reference(.group), transform: Reference.group) var group: Reference
        @Option(help: "The name, for people: 1 to 200 characters, unique in the organization.") var displayName: String?
        @Option(help: "A directory's own key, unique in the organization when not empty.") var externalId: String?
        @OptionGroup var etag: EtagOption
        @OptionGroup var change: ChangeOptions
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func request(_ connections: Connections) async throws -> UpdateGroupRequest {
            UpdateGroupRequest(
                group: Group(
                    id: try await connections.id(of: group),
                    displayName: displayName ?? "",
                    externalId: externalId ?? "",
                    etag: etag.etag),
                updateMask: try FieldMask([("display_name", displayName != nil), ("external_id", externalId != nil)]),
                requestId: change.requestID,
                validateOnly: change.validateOnly)
        }
    }

    struct Delete: Leaf {
        static let configuration = CommandConfiguration(
            commandName: "delete",
            abstract: "Deletes a group, for good.",
            discussion: """
                When this has answered, nobody has anything through it any more, however many members it has. It \
                leaves a tombstone with its name; name and external id are free. Its memberships, and those that it \
                has in other groups, are in no list from then on; their rows follow, each with its event, as SYSTEM.
                """)
        static let method = GroupServiceMethods.deleteGroup
        var server: ServerName { .identity }

        @Argument(help: .reference(.group), transform: Reference.group) var group: Reference
        @OptionGroup var justification: JustificationOption
        @OptionGroup var change: ChangeOptions
        @OptionGroup var etag: EtagOption
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func request(_ connections: Connections) async throws -> DeleteGroupRequest {
            DeleteGroupRequest(
                groupId: try await connections.id(of: group),
                justification: justification.justification,
                requestId: change.requestID,
                validateOnly: change.validateOnly,
                etag: etag.etag)
        }
    }

    struct Add: Leaf {
        static let configuration = CommandConfiguration(
            commandName: "add",
            abstract: "Adds an account or a group to a group, until a time where one is given.",
            discussion: """
                Who is a member already gets this end, or none, in place of the one there was. Adding can give access, \
                so it needs delegations: edit.
                """)
        static let method = GroupServiceMethods.addGroupMember
        var server: ServerName { .identity }

        @Argument(help: .reference(.group), transform: Reference.group) var group: Reference
        @Argument(help: .reference(.member), transform: Reference.member) var member: Reference
        @Option(
            help: .time("Until when, rounded down to a microsecond; it must lie ahead"),
            transform: TimeArgument.read)
        var expireTime: TimeArgument?
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
                etag: etag.etag,
                expireTime: expireTime?.value)
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

    struct AddMembers: Leaf {
        static let configuration = CommandConfiguration(
            commandName: "add-members",
            abstract: "Adds up to 1,000 accounts and groups to a group, all or none, as AddGroupMember adds one.",
            discussion: """
                A refusal is that of the first member that cannot be added; the fields of its details name every one, \
                with its reason. Each member added or changed is an event of its own, by which the member is found; \
                event id is that of the first.
                """)
        static let method = GroupServiceMethods.addGroupMembers
        var server: ServerName { .identity }

        @Argument(help: .reference(.group), transform: Reference.group) var group: Reference
        @Argument(help: .reference(.member), transform: Reference.member) var members: [Reference]
        @Option(
            help: .time("Until when, rounded down to a microsecond; it must lie ahead"),
            transform: TimeArgument.read)
        var expireTime: TimeArgument?
        @OptionGroup var change: ChangeOptions
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func request(_ connections: Connections) async throws -> AddGroupMembersRequest {
            AddGroupMembersRequest(
                groupId: try await connections.id(of: group),
                memberIds: try await connections.ids(of: members),
                expireTime: expireTime?.value,
                requestId: change.requestID,
                validateOnly: change.validateOnly)
        }
    }

    struct RemoveMembers: Leaf {
        static let configuration = CommandConfiguration(
            commandName: "remove-members",
            abstract: "Removes up to 1,000 members from a group, all or none, as RemoveGroupMember removes one.",
            discussion: "Each member removed is an event of its own; event id is that of the first.")
        static let method = GroupServiceMethods.removeGroupMembers
        var server: ServerName { .identity }

        @Argument(help: .reference(.group), transform: Reference.group) var group: Reference
        @Argument(help: .reference(.member), transform: Reference.member) var members: [Reference]
        @OptionGroup var change: ChangeOptions
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func request(_ connections: Connections) async throws -> RemoveGroupMembersRequest {
            RemoveGroupMembersRequest(
                groupId: try await connections.id(of: group),
                memberIds: try await connections.ids(of: members),
                requestId: change.requestID,
                validateOnly: change.validateOnly)
        }
    }

    struct SetMembers: Leaf {
        static let configuration = CommandConfiguration(
            commandName: "set-members",
            abstract: """
                Makes a complete list the members of a group, as a directory's synchronization does: who is in it and \
                no member is added, who is a member and not in it is removed, and who is both stays as they are, with \
                the end that they have.
                """,
            discussion: """
                Who cannot be added refuses the whole before anything has changed. Up to 200 changes are done at once. \
                More are done 200 at a time, removals first, so that nobody else waits: then others may see some of it \
                done, and a call that is cut off has done some of it. Calling again goes on, for what is done is no \
                difference any more; with the same request id as well, until the call has once been answered. What \
                others add and remove meanwhile stands. Each member added or removed is an event of its own; that of \
                the call, event id, tells how many there were.
                """)
        static let method = GroupServiceMethods.setGroupMembers
        var server: ServerName { .identity }

        @Argument(help: .reference(.group), transform: Reference.group) var group: Reference
        @Option(
            name: .customLong("member"),
            help: .reference(.member, "Every one: acc_… or grp_… of the same organization, in no order"),
            transform: Reference.member)
        var members: [Reference] = []
        @Flag(help: "True with no member ids: everybody is removed.") var removeAll = false
        @OptionGroup var change: ChangeOptions
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func request(_ connections: Connections) async throws -> SetGroupMembersRequest {
            SetGroupMembersRequest(
                groupId: try await connections.id(of: group),
                memberIds: try await connections.ids(of: members),
                removeAll: removeAll,
                requestId: change.requestID,
                validateOnly: change.validateOnly)
        }
    }

    struct Members: ListLeaf {
        static let configuration = CommandConfiguration(
            commandName: "members",
            abstract: "Lists a group's direct members, by id.",
            discussion: "A deleted group has none, and is none.")
        static let method = GroupServiceMethods.listGroupMembers
        var server: ServerName { .identity }

        @Argument(help: .reference(.group), transform: Reference.group) var group: Reference
        @OptionGroup var list: ListOptions

        func request(_ connections: Connections) async throws -> ListGroupMembersRequest {
            ListGroupMembersRequest(groupId: try await connections.id(of: group))
        }
    }
}
