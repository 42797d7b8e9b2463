internal import Foundation
internal import Synchronization

/// Set when standard input ends: whoever started this process closes it, or is gone.
final class Stop: Sendable {
    private let flag = Atomic(false)

    var isSet: Bool { flag.load(ordering: .relaxed) }

    func watch() {
        Thread.detachNewThread {
            while readLine() != nil {}
            self.flag.store(true, ordering: .relaxed)
        }
    }
}
