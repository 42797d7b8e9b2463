/// Every metric of every server. `docker/prometheus/README.md` has the same list for the operator, and a test compares them.
extension MetricDescription {
    // Calls.
    static let calls = MetricDescription("mandate_calls_total", .counter, "Calls that ended, by method, protocol and code.")
    static let callSeconds = MetricDescription(
        "mandate_call_seconds", .histogram(.seconds),
        "Time from a call's request to the return of its handler; of a stream, its life.")
    static let internalErrors = MetricDescription(
        "mandate_internal_errors_total", .counter, "Calls that failed for a reason only the log of the server says.")
    static let brokenRules = MetricDescription(
        "mandate_broken_rules_total", .counter, "Times that a peer broke a rule of the protocol and was told to go.")
    package static let checks = MetricDescription(
        "mandate_checks_total", .counter, "Questions of Check and BatchCheck, by decision and reason.")

    package static let organizationLock = MetricDescription(
        "mandate_organization_lock_seconds_max", .gauge,
        "The longest time that a change has kept the questions of its organization waiting.")
    package static let tombstones = MetricDescription(
        "mandate_deleted_left", .gauge, "Deleted accounts and groups of which something is still to be removed.")
    package static let delegationMarks = MetricDescription(
        "mandate_revoked_left", .gauge,
        "Mailboxes and grantees whose delegations were all revoked and have rows that are still to be removed.")

    // Connections.
    static let connections = MetricDescription("mandate_connections", .gauge, "Open RPC connections.")
    static let connectionsMax = MetricDescription("mandate_connections_max", .gauge, "How many there may be at once.")
    static let connectionsRefused = MetricDescription(
        "mandate_connections_refused_total", .counter, "Connections closed at once, because there were too many.")
    static let handshakes = MetricDescription(
        "mandate_handshakes_total", .counter, "TLS handshakes that ended, by result: done or failed.")
    static let certificateExpiry = MetricDescription(
        "mandate_certificate_expiry_seconds", .gauge, "When the own certificate ends, in seconds since 1970.")

    // The store.
    static let position = MetricDescription("mandate_position", .gauge, "Last position written.")
    static let writes = MetricDescription("mandate_writes_total", .counter, "Writes answered after a commit.")
    static let writesRefused = MetricDescription(
        "mandate_writes_refused_total", .counter, "Writes that were refused by a rule and undone alone.")
    static let writesWaiting = MetricDescription("mandate_writes_waiting", .gauge, "Writes that wait for the writer.")
    static let readsWaiting = MetricDescription("mandate_reads_waiting", .gauge, "Reads that wait for a reader.")
    static let commits = MetricDescription(
        "mandate_commits_total", .counter, "Commits; one takes a group of writes.")
    static let commitsFailed = MetricDescription(
        "mandate_commits_failed_total", .counter, "Groups lost to a full disk or an I/O error. One within COMMIT ends the server."
    )
    static let commitSeconds = MetricDescription(
        "mandate_commit_seconds", .histogram(.seconds), "Time of one COMMIT, which is the disk's.")
    static let commitWrites = MetricDescription(
        "mandate_commit_writes", .histogram(.counts), "Writes that shared a commit.")

    // The way to the log.
    static let outboxEvents = MetricDescription(
        "mandate_outbox_events", .gauge, "Events that the log has not acknowledged.")
    static let outboxEventsMax = MetricDescription(
        "mandate_outbox_events_max", .gauge, "So many may wait; then every change is refused, and most of them before.")
    static let outboxRoom = MetricDescription(
        "mandate_outbox_room", .gauge, "Events that still find room, by priority; none for change: changes are refused.")
    static let outboxWithoutRoom = MetricDescription(
        "mandate_outbox_without_room_total", .counter, "Writes refused because their event found no room, by priority.")
    static let refusals = MetricDescription(
        "mandate_refusals_total", .counter,
        "Denials and refused sign-ins on record: alone in an event, or counted in the number that one says.")
    static let refusalsWaiting = MetricDescription(
        "mandate_refusals_waiting", .gauge, "Those that are counted in memory and in no event yet.")
    static let outboxAge = MetricDescription(
        "mandate_outbox_age_seconds", .gauge, "Age of the oldest event that waits for the log.")
    static let relayEvents = MetricDescription(
        "mandate_relay_events_total", .counter, "Events that the log has acknowledged.")
    static let relayBatches = MetricDescription("mandate_relay_batches_total", .counter, "Batches they went in.")
    static let relayAlarm = MetricDescription(
        "mandate_relay_alarm", .gauge, "1 when the relay has stopped because log and outbox contradict each other.")

    // What time does.
    static let dueEntries = MetricDescription(
        "mandate_due_entries", .gauge, "What is to happen by time and has not, whenever that is.")
    static let dueOverdue = MetricDescription(
        "mandate_due_overdue_seconds", .gauge, "Since when the oldest of them should have happened; 0 when none should.")
    static let dueFailing = MetricDescription("mandate_due_failing", .gauge, "Those of them that have failed.")
    static let dueDone = MetricDescription("mandate_due_done_total", .counter, "What has happened by time.")
    static let dueFailures = MetricDescription("mandate_due_failures_total", .counter, "Tries in vain.")

    // A feed, at its leader.
    static let feedFollowers = MetricDescription("mandate_feed_followers", .gauge, "Followers connected.")
    static let feedFollowerLag = MetricDescription(
        "mandate_feed_follower_lag", .gauge, "Positions that a follower has not acknowledged yet.")
    static let feedFollowerLease = MetricDescription(
        "mandate_feed_follower_lease", .gauge, "1 while the follower holds a lease, and writes wait for it.")
    static let feedWritesWaiting = MetricDescription(
        "mandate_feed_writes_waiting", .gauge, "Writes on disk that followers have not acknowledged yet.")
    static let feedRecentBytes = MetricDescription(
        "mandate_feed_recent_bytes", .gauge, "Changes kept in memory for followers.")
    static let feedSnapshots = MetricDescription(
        "mandate_feed_snapshots_total", .counter, "Snapshots made for followers.")
    static let feedLogPages = MetricDescription(
        "mandate_feed_log_pages_total", .counter, "Pages of the change log read for followers that were behind.")

    // A feed, at its follower.
    static let followerPosition = MetricDescription(
        "mandate_follower_position", .gauge, "Last position of identity applied.")
    static let followerFresh = MetricDescription("mandate_follower_fresh", .gauge, "1 while the lease is valid.")
    static let followerLease = MetricDescription(
        "mandate_follower_lease_seconds", .gauge, "Time left of the lease; 0 without one.")
    static let followerAge = MetricDescription(
        "mandate_follower_age_seconds", .gauge, "Since when the view of identity is not known to be whole.")
    static let followerStreams = MetricDescription(
        "mandate_follower_streams_total", .counter, "Streams begun to identity's feed; more than one: it was lost.")

    // The clock.
    static let clockAlarm = MetricDescription(
        "mandate_clock_alarm", .gauge, "1 while the time that decisions go by is more than an hour from the wall clock.")
    static let clockOffset = MetricDescription(
        "mandate_clock_offset_seconds", .gauge, "How far the wall clock is ahead of the time that decisions go by.")
    static let clockJumps = MetricDescription(
        "mandate_clock_jumps_total", .counter, "Jumps of the wall clock of twenty seconds or more, by direction: forward or back."
    )

    // The process. These names are what dashboards for any process look for.
    static let ready = MetricDescription("mandate_ready", .gauge, "1 while /readyz says so.")
    static let build = MetricDescription("mandate_build_info", .gauge, "Always 1; the labels say which server this is.")
    static let startTime = MetricDescription(
        "process_start_time_seconds", .gauge, "When the process started, in seconds since 1970.")
    static let residentMemory = MetricDescription("process_resident_memory_bytes", .gauge, "Memory in use.")
    static let processorTime = MetricDescription("process_cpu_seconds_total", .counter, "Time computed.")
    static let openFiles = MetricDescription("process_open_fds", .gauge, "Open files, connections among them.")
    static let openFilesMax = MetricDescription("process_max_fds", .gauge, "So many may be open.")

    static let all: [MetricDescription] = [
        calls, callSeconds, internalErrors, brokenRules, checks, organizationLock, tombstones,
        delegationMarks,
        connections, connectionsMax, connectionsRefused, handshakes, certificateExpiry,
        position, writes, writesRefused, writesWaiting, readsWaiting, commits, commitsFailed, commitSeconds, commitWrites,
        refusals, refusalsWaiting, outboxEvents, outboxEventsMax, outboxRoom, outboxWithoutRoom, outboxAge, relayEvents,
        relayBatches, relayAlarm,
        dueEntries, dueOverdue, dueFailing, dueDone, dueFailures,
        feedFollowers, feedFollowerLag, feedFollowerLease, feedWritesWaiting, feedRecentBytes, feedSnapshots, feedLogPages,
        followerPosition, followerFresh, followerLease, followerAge, followerStreams,
        clockAlarm, clockOffset, clockJumps,
        ready, build, startTime, residentMemory, processorTime, openFiles, openFilesMax,
    ]
}
