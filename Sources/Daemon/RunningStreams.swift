internal import RPC
internal import Synchronization

/// The streaming calls under way, which are judged again when the callers change: a stream may last for months.
final class RunningStreams: Sendable {
    private let calls = Mutex<[ObjectIdentifier: Call]>([:])

    var all: [Call] { calls.withLock { Array($0.values) } }

    func began(_ call: Call) {
        calls.withLock { $0[ObjectIdentifier(call)] = call }
    }

    func ended(_ call: Call) {
        _ = calls.withLock { $0.removeValue(forKey: ObjectIdentifier(call)) }
    }
}
