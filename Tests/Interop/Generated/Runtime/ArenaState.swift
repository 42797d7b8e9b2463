#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The memory behind an `Arena`: a chain of chunks, filled from the front.
///
/// A chunk begins with 16 bytes: the address of the chunk before it, and its size.
@unsafe
struct ArenaState {
    /// The newest chunk.
    private(set) var chunk: UnsafeMutableRawPointer?
    /// The first free byte of `chunk`, a multiple of eight.
    private(set) var next: UnsafeMutableRawPointer?
    private var end: UnsafeMutableRawPointer?

    /// Bytes given out since `begin`, and the most it may become.
    var used = 0
    var limit = Int.max
    var overflowed = false
    /// Freed blocks of 1 KiB and more: each holds the address of the one before.
    var recycled: UnsafeMutableRawPointer?

    private static let recycledBytesMin = 1024
    /// How far `reuse` looks: bounds its time on hostile input.
    private static let reuseSteps = 8

    init(firstChunkBytes: Int) {
        precondition(unsafe addChunk(firstChunkBytes), "no memory for an arena")
    }

    /// The next `bytes`, a multiple of eight; nil over the limit or out of memory.
    mutating func take(_ bytes: Int) -> UnsafeMutableRawPointer? {
        guard unsafe bytes <= limit - used, let start = unsafe next, let end = unsafe end else {
            unsafe overflowed = true
            return nil
        }
        unsafe used += bytes
        if unsafe bytes <= end - start {
            unsafe next = start + bytes
            return unsafe start
        }
        let grown = unsafe min(1 << 20, 2 * (end - (chunk ?? end)))
        guard unsafe addChunk(max(grown, bytes + 16)), let first = unsafe next else {
            unsafe overflowed = true
            return nil
        }
        unsafe next = first + bytes
        return unsafe first
    }

    /// A freed block of exactly this size.
    mutating func reuse(_ bytes: Int) -> UnsafeMutableRawPointer? {
        guard unsafe bytes >= Self.recycledBytesMin else { return nil }
        var before: UnsafeMutableRawPointer?
        var block = unsafe recycled
        for _ in unsafe 0..<Self.reuseSteps {
            guard let found = unsafe block else { return nil }
            let older = unsafe found.load(as: UnsafeMutableRawPointer?.self)
            if unsafe (found - 8).load(as: Int.self) == bytes {
                if let before = unsafe before {
                    unsafe before.storeBytes(of: older, as: UnsafeMutableRawPointer?.self)
                } else {
                    unsafe recycled = older
                }
                return unsafe found
            }
            unsafe before = found
            unsafe block = older
        }
        return nil
    }

    mutating func recycle(_ block: UnsafeMutableRawPointer) {
        guard unsafe (block - 8).load(as: Int.self) >= Self.recycledBytesMin else { return }
        unsafe block.storeBytes(of: recycled, as: UnsafeMutableRawPointer?.self)
        unsafe recycled = block
    }

    /// Gives back every chunk newer than `kept`; nil: all of them.
    mutating func dropChunks(after kept: UnsafeMutableRawPointer?) {
        while let newest = unsafe chunk, unsafe newest != kept {
            unsafe chunk = newest.load(as: UnsafeMutableRawPointer?.self)
            unsafe free(newest)
        }
    }

    private mutating func addChunk(_ bytes: Int) -> Bool {
        guard let start = unsafe malloc(bytes) else { return false }
        unsafe start.storeBytes(of: chunk, as: UnsafeMutableRawPointer?.self)
        unsafe start.storeBytes(of: bytes, toByteOffset: 8, as: Int.self)
        unsafe chunk = start
        unsafe next = start + 16
        unsafe end = start + bytes
        return true
    }
}
