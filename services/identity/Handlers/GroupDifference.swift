internal import IdentityDomain
internal import IdentityStorage
internal import Messages
internal import RPC
internal import SQL

/// What a complete list of a group's members makes different, and the parts that it is carried out in.
struct GroupDifference: Sendable {
    /// Changed in one write: some 20 ms, for which others wait.
    static let changesAtOnceMax = 200

    enum Change: Sendable {
        case remove(String)
        case add(String)
    }

    private(set) var changes: [Change] = []
    private(set) var added = 0
    private(set) var removed = 0
    private(set) var kept = 0

    var isEmpty: Bool { changes.isEmpty }

    init() {}

    /// `wanted`: each once. Who is to be added is judged here, all of them, before anything changes. Removals come first.
    init(of group: Group, _ wanted: [String], _ connection: any Connection, at clock: Identity.Reading) throws {
        let joining = try Joining(group, connection, at: clock)
        let there = Set(try connection.memberIDs(of: GroupID(group.id), at: clock.latest))
        _ = try Status.refusingMembers(wanted) { id in
            if there.contains(id) { return }
            try joining.judge(id)
        }
        let wantedIDs = Set(wanted)
        changes = there.filter { !wantedIDs.contains($0) }.sorted().map { .remove($0) }
        removed = changes.count
        changes += wanted.lazy.filter { !there.contains($0) }.map { .add($0) }
        added = changes.count - removed
        kept = wanted.count - added
    }

    /// Of as many changes as are made at once, but the last, which can be of fewer and of none.
    var parts: (before: [ArraySlice<Change>], last: ArraySlice<Change>) {
        var parts: [ArraySlice<Change>] = []
        var rest = changes[...]
        while rest.count > Self.changesAtOnceMax {
            parts.append(rest.prefix(Self.changesAtOnceMax))
            rest = rest.dropFirst(Self.changesAtOnceMax)
        }
        return (parts, rest)
    }
}

extension [String] {
    /// In the order in which they are named first.
    var eachOnce: [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}
