internal import MailboxDomain
internal import Synchronization

/// When identity's feed last changed who administers an organization: a role, a state, the switch of roles.
///
/// Roles are judged in identity and nowhere else. What is asked here is only whether a judgement of identity's, made
/// before a write, may be older than what this process has been told since: then identity is asked again.
///
/// 1. Every change has a number, larger than all before it. An organization's row is the number of its last one.
/// 2. An organization without a row counts as changed at `forgotten`: asked once too often, never once too little.
/// 3. There are at most `organizationsMax` rows. The next one makes all be forgotten.
///
/// Whose organization it is stands only in identity's answer, so a judgement is held against the number of all changes
/// that was read before it, and then against its own organization's row.
package final class AdministratorChanges: Sendable {
    /// Some 200 KiB of rows.
    package static let organizationsMax = 4096

    private struct State {
        var last = 0
        var forgotten = 0
        var rows: [OrganizationID: Int] = [:]
    }

    private let state = Mutex(State())

    package init() {}

    /// The number of the last change, to be read before identity is asked.
    var last: Int { state.withLock { $0.last } }

    /// Whether there was a change in the organization behind that number.
    func changed(in organization: OrganizationID, since number: Int) -> Bool {
        state.withLock { ($0.rows[organization] ?? $0.forgotten) > number }
    }

    func advance(in organization: OrganizationID) {
        state.withLock { state in
            state.last += 1
            if state.rows[organization] == nil, state.rows.count == Self.organizationsMax {
                state.rows = [:]
                state.forgotten = state.last
            }
            state.rows[organization] = state.last
        }
    }

    /// Any of them may have changed: a snapshot may hold anything.
    func advanceAll() {
        state.withLock { state in
            state.last += 1
            state.rows = [:]
            state.forgotten = state.last
        }
    }
}
