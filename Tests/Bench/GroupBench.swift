internal import ArgumentParser
internal import ChangeFeed
internal import Contract
internal import IdentityDomain
internal import IdentityHandlers
internal import IdentityStorage
internal import MailboxDomain
internal import Messages
internal import RPC
internal import SQL

/// A group of many is filled, put into another and deleted over one store that a mailbox's index follows: how long it takes,
/// how long somebody else's change waits meanwhile, and how long mailbox keeps the organization's questions waiting at a time.
struct GroupBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "groups", abstract: "Milliseconds of changes of a group of many, and of those who wait for them.")

    @Option(help: "A folder on the disk that the servers' databases lie on.") var folder: String
    @Option var members = 50_000
    @Option(help: "Calls with a thousand members.") var runs = 20

    func run() async throws {
        let database = try IdentityStore(folder: folder)
        defer { database.close() }
        let population = try await Population.settle(database.store, accounts: members + members / 100, name: "large")
        let feed = database.feed()
        let identity = try await database.identity(acknowledged: { await feed.acknowledged($0) })
        let index = AccessIndex()
        let following = try await feed.follow(into: index)
        let due = Task { await identity.schedule.run(identity.dueActions, failing: { print($0, $1) }, failed: { print($0) }) }
        let (transport, options) = identity.client(as: population.owner)
        let groups = GroupClient(transport: transport)
        let organization = population.organization
        func group(_ name: String) async throws -> String {
            let group = Messages.Group(organizationId: organization, displayName: name)
            return try await groups.createGroup(.init(group: group), options).group?.id ?? ""
        }
        let (many, outer) = (try await group("Many"), try await group("Outer"))
        let people = Array(population.people.prefix(members))
        let thousand = Array(people.prefix(1000))

        var (adding, removing) = ([Double](), [Double]())
        for _ in 0..<runs {
            adding.append(
                try await time { _ = try await groups.addGroupMembers(.init(groupId: many, memberIds: thousand), options) })
            removing.append(
                try await time { _ = try await groups.removeGroupMembers(.init(groupId: many, memberIds: thousand), options) })
        }
        value("group_add_1000_ms", median(adding))
        value("group_remove_1000_ms", median(removing))

        let other = Other(groups, options, group: population.emptyGroup, person: population.people[members])
        let set = SetGroupMembersRequest(groupId: many, memberIds: people)
        try await measure("group_set", other, index) { _ = try await groups.setGroupMembers(set, options) }
        try await measure("group_set_same", other, index) { _ = try await groups.setGroupMembers(set, options) }
        let nesting = AddGroupMemberRequest(groupId: outer, memberId: many)
        try await measure("group_nest", other, index) { _ = try await groups.addGroupMember(nesting, options) }
        try await measure("group_delete", other, index) {
            value(
                "group_delete_answer_ms",
                try await time { _ = try await groups.deleteGroup(.init(groupId: many), options) })
            while try await database.store.read({ try !$0.memberships(naming: GroupID(many), limit: 1).isEmpty }) {
                try await Task.sleep(for: .milliseconds(5))
            }
        }
        due.cancel()
        following.cancel()
        await due.value
        await following.value
    }

    private func measure(
        _ name: String, _ other: Other, _ index: AccessIndex, _ change: () async throws -> Void
    ) async throws {
        let waiting = Task { try await other.longest() }
        let took = try await time(change)
        waiting.cancel()
        value("\(name)_ms", took)
        value("\(name)_other_ms", try await waiting.value)
        value("\(name)_hold_so_far_ms", index.longestHold / .milliseconds(1))
    }
}

/// Somebody else who adds and removes one member of another group, again and again.
private struct Other: Sendable {
    private let groups: GroupClient
    private let options: CallOptions
    private let group: String
    private let person: String

    init(_ groups: GroupClient, _ options: CallOptions, group: String, person: String) {
        (self.groups, self.options, self.group, self.person) = (groups, options, group, person)
    }

    /// The longest that one of the calls took until the task is cancelled, in milliseconds.
    func longest() async throws -> Double {
        var longest = 0.0
        while !Task.isCancelled {
            longest = max(
                longest,
                try await time { _ = try await groups.addGroupMember(.init(groupId: group, memberId: person), options) },
                try await time { _ = try await groups.removeGroupMember(.init(groupId: group, memberId: person), options) })
        }
        return longest
    }
}

private func time(_ change: () async throws -> Void) async throws -> Double {
    let began = ContinuousClock.now
    try await change()
    return (ContinuousClock.now - began) / .milliseconds(1)
}
