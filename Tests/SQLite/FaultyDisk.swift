import CFaultyDisk
import Foundation
import Synchronization
import Testing

/// A disk that fails where a test says so, below SQLite: its `name` is that of a VFS.
final class FaultyDisk: Sendable {
    /// The n-th such call fails once, with a system error, when that many percent of it are done.
    struct Fault: Sendable, CustomTestStringConvertible {
        enum File { case database, wal, index }
        enum Call { case write, sync, truncate, map }

        let file: File
        let call: Call
        let error: Int32
        let percent: Int32

        init(_ file: File, _ call: Call, _ error: Int32, done percent: Int32) {
            (self.file, self.call, self.error, self.percent) = (file, call, error, percent)
        }

        var testDescription: String { "\(unsafe String(cString: strerror(error))) at \(percent) % of a \(call) of the \(file)" }
    }

    private static let made = Atomic(0)
    let name = "faulty-\(made.wrappingAdd(1, ordering: .relaxed).newValue)"

    init() { unsafe faulty_disk_make(name) }

    /// Calls are counted from now on, from 1.
    func arm(_ fault: Fault, at number: Int) {
        let file =
            switch fault.file {
            case .database: FAULTY_DATABASE
            case .wal: FAULTY_WAL
            case .index: FAULTY_INDEX
            }
        let call =
            switch fault.call {
            case .write: FAULTY_WRITE
            case .sync: FAULTY_SYNC
            case .truncate: FAULTY_TRUNCATE
            case .map: FAULTY_MAP
            }
        unsafe faulty_disk_arm(name, file, call, Int32(number), fault.error, fault.percent)
    }

    var hasFailed: Bool { unsafe faulty_disk_has_failed(name) != 0 }

    /// Calls of these kinds, to any of the files, since it failed.
    var callsSince: Int { Int(unsafe faulty_disk_calls_since(name)) }
}
