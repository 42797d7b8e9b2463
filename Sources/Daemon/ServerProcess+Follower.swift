package import ChangeFeed

extension ServerProcess {
    /// Makes the server ready only while the follower may be decided on, and shows how it stands.
    package func require(_ follower: Follower) {
        readiness.require {
            switch follower.freshness {
            case .fresh, .behind: nil
            case .stale(let age): "identity not heard for \(age.components.seconds) s"
            case .loading: "loading identity's state"
            }
        }
        metrics.add(.init("mandate_follower_position", "Last position of identity applied.") { Double(follower.position) })
        metrics.add(
            .init("mandate_follower_fresh", "1 while decisions may be made.") {
                follower.freshness == .fresh ? 1 : 0
            })
    }
}
