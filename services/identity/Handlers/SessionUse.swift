internal import IdentityStorage
internal import SQL

// When sessions were last used, on disk: one write a minute for all of them, and not one a use.
//
// So a session that was refused for its idle time stays refused after a restart. What was used in the last minute
// before a crash may end up to a minute early; none ever ends late.

extension Identity {
    private static let sessionsAtOnce = 1000

    /// Until cancelled, and then a last time. `failed` hears why uses could not be stored.
    package func keepSessionUses(failed: @Sendable (any Error) -> Void) async {
        // Whether the end of the process cuts short the pause or a write: all is written behind it.
        while (try? await Task.sleep(for: .seconds(60))) != nil {
            do { try await storeSessionUses() } catch { failed(error) }
        }
        do { try await storeSessionUses() } catch { failed(error) }
    }

    /// Stores the uses since the last time.
    package func storeSessionUses() async throws {
        let uses = index.takeSessionUses()
        for start in stride(from: 0, to: uses.count, by: Self.sessionsAtOnce) {
            let some = uses[start..<min(start + Self.sessionsAtOnce, uses.count)]
            try await store.housekeep { tx in
                for use in some { try tx.note(use) }
            }
        }
    }
}
