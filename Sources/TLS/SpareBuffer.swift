package import NIOCore

/// A buffer that is filled again when nobody holds its memory any more.
///
/// What goes through a connection call by call is about as long each time; without this every call would
/// allocate for each of the places it passes.
package struct SpareBuffer {
    /// What a connection keeps for each such place, at most: its idle ones are counted in thousands.
    private static let keptBytesMax = 4096

    private var kept = ByteBuffer()

    package init() {}

    /// An empty buffer. The memory is new when the last one is still held, or was shorter.
    package mutating func take(_ byteCount: Int) -> ByteBuffer {
        var buffer = ByteBuffer()
        swap(&buffer, &kept)
        buffer.clear(minimumCapacity: byteCount)
        return buffer
    }

    /// Remembers a buffer that has been filled and is on its way.
    package mutating func keep(_ buffer: ByteBuffer) {
        if buffer.storageCapacity <= Self.keptBytesMax { kept = buffer }
    }
}
