import Synchronization

/// What somebody who is told of failures was told.
final class Failures: Sendable {
    private let told = Mutex<[String]>([])

    var all: [String] { told.withLock { $0 } }

    func add(_ text: String) { told.withLock { $0.append(text) } }
}
