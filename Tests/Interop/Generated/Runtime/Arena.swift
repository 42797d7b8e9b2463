#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Memory for the C structs of one decoding or encoding.
///
/// One arena a thread, taken and given back like a stack (`begin`, `end`), so
/// that encoding inside an encoding works. It keeps one chunk; what a large
/// message needs beyond goes back to the system at `end`.
///
/// Invariants:
/// 1. Everything allocated after `begin` is invalid after the matching `end`.
/// 2. `begin` and `end` are called by one function each, without a suspension
///    between them, hence on one thread.
/// 3. Between them at most `limit` bytes are given out; past it an allocation
///    answers nil, which makes protobuf-c give up cleanly, and `overflowed` is set.
///
/// protobuf-c frees little while it succeeds: the tables in which it notes the
/// fields of a message with more than 16 of them, 1 KiB and up. Those are used
/// again; everything smaller waits for `end`.
@safe
struct Arena {
    /// Kept for the thread's life. Most calls fit.
    static let chunkBytes = 64 << 10

    private let state: UnsafeMutablePointer<ArenaState>

    /// What `begin` found and `end` restores.
    typealias Mark = ArenaState

    /// The most a decoding may take: an honest message takes a few times its
    /// size, 4 MiB of empty sub-messages would take 240 MiB.
    static func decodingLimit(_ byteCount: Int) -> Int { max(1 << 20, 8 * byteCount) }

    func begin(limit: Int) -> Mark {
        let mark = unsafe state.pointee
        unsafe state.pointee.limit = limit
        unsafe state.pointee.used = 0
        unsafe state.pointee.overflowed = false
        unsafe state.pointee.recycled = nil
        return unsafe mark
    }

    func end(_ mark: Mark) {
        unsafe state.pointee.dropChunks(after: mark.chunk)
        unsafe state.pointee = mark
    }

    /// The last `begin`'s limit was met.
    var overflowed: Bool { unsafe state.pointee.overflowed }

    /// What `allocate` and `free` take as their first argument.
    var pointer: UnsafeMutableRawPointer { unsafe UnsafeMutableRawPointer(state) }

    /// Where the next allocation goes; equal before and after a decoding.
    var position: UInt { unsafe UInt(bitPattern: state.pointee.next) }

    // MARK: for Swift

    /// Room for one value, uninitialized. Only for encoding, which has no limit.
    func make<T>(_ type: T.Type) -> UnsafeMutablePointer<T> {
        unsafe bytes(MemoryLayout<T>.size).assumingMemoryBound(to: T.self)
    }

    /// Room for some values, uninitialized; nil for none.
    func make<T>(_ type: T.Type, count: Int) -> UnsafeMutablePointer<T>? {
        guard count > 0 else { return nil }
        return unsafe bytes(MemoryLayout<T>.stride * count).assumingMemoryBound(to: T.self)
    }

    private func bytes(_ count: Int) -> UnsafeMutableRawPointer {
        guard let room = unsafe state.pointee.take((count + 7) & ~7) else {
            preconditionFailure("no memory for \(count) bytes")
        }
        return unsafe room
    }

    // MARK: for protobuf-c

    /// Each allocation stands behind eight bytes that hold its size.
    static func allocate(_ arena: UnsafeMutableRawPointer?, _ size: Int) -> UnsafeMutableRawPointer? {
        guard let state = unsafe arena?.assumingMemoryBound(to: ArenaState.self) else { return nil }
        guard size >= 0, size <= Int(Int32.max) else {
            unsafe state.pointee.overflowed = true
            return nil
        }
        let rounded = max(8, (size + 7) & ~7)
        if let again = unsafe state.pointee.reuse(rounded) { return unsafe again }
        guard let room = unsafe state.pointee.take(rounded + 8) else { return nil }
        unsafe room.storeBytes(of: rounded, as: Int.self)
        return unsafe room + 8
    }

    static func free(_ arena: UnsafeMutableRawPointer?, _ pointer: UnsafeMutableRawPointer?) {
        guard let state = unsafe arena?.assumingMemoryBound(to: ArenaState.self),
            let pointer = unsafe pointer
        else { return }
        unsafe state.pointee.recycle(pointer)
    }

    // MARK: one a thread

    static var ofThisThread: Arena {
        if let state = unsafe pthread_getspecific(key) {
            return unsafe Arena(state: state.assumingMemoryBound(to: ArenaState.self))
        }
        let state = UnsafeMutablePointer<ArenaState>.allocate(capacity: 1)
        unsafe state.initialize(to: ArenaState(firstChunkBytes: chunkBytes))
        unsafe pthread_setspecific(key, state)
        return unsafe Arena(state: state)
    }

    private static let key: pthread_key_t = {
        var key = pthread_key_t()
        let code = unsafe pthread_key_create(&key) { pointer in
            // Optional on Linux, not on Darwin.
            let pointer: UnsafeMutableRawPointer? = unsafe pointer
            guard let state = unsafe pointer?.assumingMemoryBound(to: ArenaState.self) else { return }
            unsafe state.pointee.dropChunks(after: nil)
            unsafe state.deallocate()
        }
        precondition(code == 0, "pthread_key_create: \(code)")
        return key
    }()
}
