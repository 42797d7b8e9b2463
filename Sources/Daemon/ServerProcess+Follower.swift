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
        show(follower)
    }
}
