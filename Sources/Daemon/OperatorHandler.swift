internal import Contract
internal import Foundation
internal import Messages
internal import RPC
internal import SQL
internal import Synchronization

/// What every server offers its operator.
struct OperatorHandler: ServerService {
    let configuration: ServiceConfiguration
    let version: String
    let startTime: Int64
    let store: Store
    let readiness: Readiness
    let clock: DecisionClock
    /// Nil where the events do not leave the server.
    let outbox: (@Sendable () -> OutboxFill)?
    /// Writes an event of the server's own, with a new id and the time of its transaction.
    let record: @Sendable (OpenEvent) async throws -> Void
    /// One backup at a time: two of one name would write one file.
    private let backups = Turn()

    func getServer(_ request: GetServerRequest, _ call: Call) throws(Status) -> Answer<GetServerResponse> {
        let reasons = readiness.reasons
        return .now(
            GetServerResponse(
                name: configuration.name, version: version, epoch: store.epoch, position: store.position,
                startTime: Timestamp(microsecondsSince1970: startTime), ready: reasons.isEmpty, reasons: reasons,
                outbox: outbox?()))
    }

    func backupServer(_ request: BackupServerRequest, _ call: Call) throws(Status) -> Answer<BackupServerResponse> {
        // The name comes from outside; its rule lets no folder through.
        let folder = configuration.backupFolder
        let path = folder + "/" + request.name
        let name = request.name
        return .later { [backups] in
            guard backups.take() else {
                throw Status(.resourceExhausted, .limitExceeded, "a backup is being written; ask again when it is done")
            }
            defer { backups.give() }
            guard !FileManager.default.fileExists(atPath: path) else {
                throw refused("a backup named \(name) is there already")
            }
            let made = try await copy(to: path, in: folder)
            return BackupServerResponse(name: name, bytes: made.bytes, position: made.position)
        }
    }

    /// A disk without room is no fault of ours: the operator is told, and nothing is left of the copy.
    private func copy(to path: String, in folder: String) async throws -> Backup {
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            return try await store.backup(to: path)
        } catch {
            let isFull = (error as? CocoaError)?.code == .fileWriteOutOfSpace
            throw Status(storage: isFull ? SQLError(.full, "no room for a folder") : error) ?? error
        }
    }

    private func refused(_ message: String) -> Status {
        Status(.invalidArgument, .backupName, message, metadata: ["field": "name"])
    }
}

/// Held by one at a time.
private final class Turn: Sendable {
    private let taken = Atomic<Bool>(false)

    func take() -> Bool { !taken.exchange(true, ordering: .acquiring) }
    func give() { taken.store(false, ordering: .releasing) }
}
