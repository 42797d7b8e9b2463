internal import Synchronization

/// How often identity's feed has changed who administers: a role, a state, the switch of roles.
///
/// Roles are judged in identity and nowhere else. What is asked here is only whether a judgement of identity's, made
/// before a write, may be older than what this process has been told since: then identity is asked again.
package final class AdministratorChanges: Sendable {
    private let number = Atomic(0)

    package init() {}

    var count: Int { number.load(ordering: .acquiring) }

    func advance() { number.wrappingAdd(1, ordering: .acquiringAndReleasing) }
}
