internal import NIOCore
internal import Synchronization

/// Reads what would keep a connection's event loop too long, on a thread that all connections share.
///
/// 1. Until it is read the connection rests: a peer cannot make more such work wait than one turn brings.
/// 2. What is read is used on the connection's loop, and taken apart on the thread again: that takes as long.
///
/// `@unchecked Sendable`: the rest is touched on the connection's event loop only.
final class Offload: @unchecked Sendable {
    /// Longer frames and messages are read elsewhere: reading that much keeps a loop a fifth of a millisecond at worst,
    /// ten times as long as two changes of thread.
    static let inlineBytesMax = 16 << 10

    private let thread: any EventLoop
    private let loop: any EventLoop
    private let rest: Rest

    init(to thread: any EventLoop, from loop: any EventLoop, rest: Rest) {
        self.thread = thread
        self.loop = loop
        self.rest = rest
    }

    /// What is being read: alone in holding the value, so that it can be emptied.
    private final class Box<Value: Sendable>: Sendable {
        let value = Mutex<Value?>(nil)
    }

    /// On the connection's loop.
    func read<Value: Sendable>(_ body: @escaping @Sendable () -> Value, then use: @escaping @Sendable (Value) -> Void) {
        rest.hold()
        let box = Box<Value>()
        thread.execute {
            let read = body()
            box.value.withLock { $0 = read }
            self.loop.execute {
                if let value = box.value.withLock({ $0 }) { use(value) }
                self.rest.release()
                self.thread.execute { box.value.withLock { $0 = nil } }
            }
        }
    }

    /// From a task.
    func read<Value: Sendable, Used: Sendable>(
        _ body: @escaping @Sendable () -> Value, use: @escaping @Sendable (Value) -> Used
    ) async -> Used {
        await withCheckedContinuation { continuation in
            if loop.inEventLoop {
                read(body) { continuation.resume(returning: use($0)) }
            } else {
                loop.execute { self.read(body) { continuation.resume(returning: use($0)) } }
            }
        }
    }
}
