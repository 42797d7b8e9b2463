package import ChangeFeed
internal import Outbox
internal import RPC
internal import SQL

/// Where each number of `/metrics` is read. What they mean is in `MetricDescription.all`.
extension ServerProcess {
    /// A feed that others follow.
    package func show(_ feed: Feed) {
        func followers(_ value: @escaping @Sendable (FeedStatistics, FeedStatistics.Follower) -> Int) -> Metrics.Read {
            {
                let statistics = feed.statistics
                return statistics.followers.map { MetricSample(value(statistics, $0), [("follower", $0.name)]) }
            }
        }
        metrics.read(.feedFollowers) { feed.statistics.followers.count }
        metrics.read(.feedFollowerLag, followers { Int($0.position - $1.acknowledged) })
        metrics.read(.feedFollowerLease, followers { $1.holdsLease ? 1 : 0 })
        metrics.read(.feedWritesWaiting) { feed.statistics.waitingWrites }
        metrics.read(.feedRecentBytes) { feed.statistics.recentBytes }
        metrics.read(.feedSnapshots) { feed.statistics.snapshots }
        metrics.read(.feedLogPages) { feed.statistics.logPages }
    }

    func show(_ follower: Follower) {
        metrics.read(.followerPosition) { Int(follower.position) }
        metrics.read(.followerFresh) { follower.freshness == .fresh ? 1 : 0 }
        metrics.read(.followerLease) { follower.leaseLeft / .seconds(1) }
        // Without any view there is no age, and a zero would look like a fresh one.
        metrics.read(.followerAge) { follower.age.map { [MetricSample($0 / .seconds(1))] } ?? [] }
        metrics.read(.followerStreams) { follower.streamsBegun }
    }

    func show(_ store: Store) {
        metrics.read(.position) { Int(store.position) }
        metrics.read(.writes) { store.statistics.writes }
        metrics.read(.writesRefused) { store.statistics.refusedWrites }
        metrics.read(.writesWaiting) { store.statistics.waitingWrites }
        metrics.read(.readsWaiting) { store.statistics.waitingReads }
        metrics.read(.commits) { store.statistics.commits }
        metrics.read(.commitsFailed) { store.statistics.failedCommits }
    }

    func show(_ clock: DecisionClock) {
        metrics.read(.clockAlarm) { clock.looked.alarm == nil ? 0 : 1 }
        metrics.read(.clockOffset) { Double(clock.looked.lead) / 1e6 }
        metrics.read(.clockJumps) {
            let state = clock.looked
            return [
                MetricSample(state.forwardJumps, [("direction", "forward")]),
                MetricSample(state.backwardJumps, [("direction", "back")]),
            ]
        }
    }

    func show(_ relay: Relay, of store: Store) {
        let clock = clock
        let eventsMax = configuration.outboxEventsMax
        metrics.read(.outboxEvents) { store.outboxLength }
        metrics.read(.outboxEventsMax) { eventsMax }
        metrics.read(.outboxRoom) {
            let length = store.outboxLength
            return OutboxPriority.allCases.map {
                MetricSample(max(0, $0.eventsMax(of: eventsMax) - length), [("priority", $0.rawValue)])
            }
        }
        metrics.read(.outboxWithoutRoom) {
            let refused = store.statistics.withoutRoom
            return OutboxPriority.allCases.map { MetricSample(refused[$0] ?? 0, [("priority", $0.rawValue)]) }
        }
        metrics.read(.outboxAge) { relay.statistics.oldestWrittenAt.map { Double(clock.now.earliest - $0) / 1e6 } ?? 0 }
        metrics.read(.relayEvents) { relay.statistics.events }
        metrics.read(.relayBatches) { relay.statistics.batches }
        metrics.read(.relayAlarm) { relay.statistics.alarm == nil ? 0 : 1 }
    }

    func show(_ refusals: Refusals) {
        metrics.read(.refusals) {
            let statistics = refusals.statistics
            return [
                MetricSample(statistics.writtenAlone, [("recorded", "alone")]),
                MetricSample(statistics.writtenCounted, [("recorded", "counted")]),
            ]
        }
        metrics.read(.refusalsWaiting) { refusals.statistics.waiting }
    }

    /// `files`: how many the process may open. `startTime`: microseconds since 1970.
    func show(_ server: Server, connectionsMax: Int, files: Int, startTime: Int64, version: String) {
        let (name, readiness, certificate) = (configuration.name, readiness, serverTLS)
        metrics.read(.connections) { server.connections }
        metrics.read(.connectionsMax) { connectionsMax }
        metrics.read(.connectionsRefused) { server.connectionStatistics.refused }
        metrics.read(.handshakes) {
            let counts = server.connectionStatistics
            return [
                MetricSample(counts.handshakesDone, [("result", "done")]),
                MetricSample(counts.handshakesFailed, [("result", "failed")]),
            ]
        }
        metrics.read(.certificateExpiry) { Int(certificate.certificateExpiry) }
        metrics.read(.ready) { readiness.reasons.isEmpty ? 1 : 0 }
        metrics.read(.build) { [MetricSample(1, [("server", name), ("version", version)])] }
        ProcessMetrics.show(in: metrics, startTime: Double(startTime) / 1e6, openFilesMax: files)
    }
}
