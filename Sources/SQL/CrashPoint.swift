import Foundation
import Synchronization

/// A place where a test may end the process as a power cut would: with SIGKILL, without a word.
///
/// `MANDATE_CRASH=group.committed:3` dies at the third passage of that place. Debug builds only, which define
/// CRASH_POINTS (see Package.swift); in a release build `reach` is empty and nobody reads the variable.
package enum CrashPoint: String, Sendable {
    // The writer thread.
    /// A group has its transaction; nothing is written.
    case groupBegun = "group.begun"
    /// Everything is written; nothing is committed.
    case groupWritten = "group.written"
    /// On disk; neither followers nor callers know.
    case groupCommitted = "group.committed"
    /// Followers may know; no caller does.
    case groupPublished = "group.published"

    // What time does, on the writer thread as well.
    /// An entry's row is gone, within the transaction; nothing of what it is for is done.
    case dueTaken = "due.taken"
    /// It is done, within the transaction.
    case dueActed = "due.acted"
    /// A batch is on disk; the schedule does not know.
    case dueCommitted = "due.committed"

    // A registered mailbox, of which two services know.
    /// Identity has given its address; it has no row.
    case mailboxClaimed = "mailbox.claimed"
    /// Identity knows another owner than its row says.
    case mailboxGiven = "mailbox.given"
    /// Its row is gone; identity has its address.
    case mailboxEnded = "mailbox.ended"

    // The feed and its follower.
    /// A caller is about to wait until followers have acknowledged its write.
    case feedWaiting = "feed.waiting"
    /// A transaction has arrived and is not applied.
    case followerReceived = "follower.received"
    /// It is applied and not acknowledged.
    case followerApplied = "follower.applied"

    // The relay and the log.
    /// A batch is read from the outbox and not sent.
    case relayRead = "relay.read"
    /// The log has answered; the outbox still holds the events.
    case relaySent = "relay.sent"
    /// The outbox has dropped them.
    case relayAcknowledged = "relay.acknowledged"
    /// The log has a batch in hand and no transaction.
    case appendReceived = "append.received"
    /// Events, tiles and numbers are written, within the transaction.
    case appendWritten = "append.written"
    /// The batch is durable; its sender does not know.
    case appendCommitted = "append.committed"

    // A backup.
    /// The pages are copied; the copy has neither its mark nor its name.
    case backupCopied = "backup.copied"
    /// The copy is whole and on disk under its passing name.
    case backupSynced = "backup.synced"

    /// Dies here if the environment says so.
    package static func reach(_ point: CrashPoint) {
        #if CRASH_POINTS
            guard let order, order.point == point else { return }
            if passages.wrappingAdd(1, ordering: .relaxed).newValue == order.passage { kill(getpid(), SIGKILL) }
        #endif
    }

    #if CRASH_POINTS
        private static let passages = Atomic(0)
        private static let order: (point: CrashPoint, passage: Int)? = {
            guard let text = ProcessInfo.processInfo.environment["MANDATE_CRASH"] else { return nil }
            let parts = text.split(separator: ":")
            guard parts.count == 2, let point = CrashPoint(rawValue: String(parts[0])), let passage = Int(parts[1])
            else { preconditionFailure("MANDATE_CRASH is '\(text)'; it must be a point and a number, as in group.begun:1") }
            return (point, passage)
        }()
    #endif
}
