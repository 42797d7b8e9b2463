import CMessages

/// A message ready to be packed; it lives only inside `Message.encode`.
@safe
package struct Encoding: ~Copyable {
    /// The exact size of the encoding.
    package let byteCount: Int

    /// A `ProtobufCMessage` in the arena of this thread.
    private let message: UnsafeRawPointer

    /// - Parameter message: a `ProtobufCMessage` with all it points at, which must live as long as this.
    package init(message: UnsafeRawPointer) {
        unsafe self.message = message
        byteCount = unsafe protobuf_c_message_get_packed_size(
            message.assumingMemoryBound(to: ProtobufCMessage.self))
    }

    /// Writes the encoding to the start of `room`, which must have `byteCount` bytes.
    package func pack(into room: UnsafeMutableRawBufferPointer) {
        precondition(room.count >= byteCount, "the room is smaller than the encoding")
        guard let start = room.baseAddress else { return }
        let packed = unsafe protobuf_c_message_pack(
            message.assumingMemoryBound(to: ProtobufCMessage.self),
            start.assumingMemoryBound(to: UInt8.self))
        precondition(packed == byteCount, "protobuf-c packed another size than it named")
    }

    /// The encoding in an array of its own.
    package func bytes() -> [UInt8] {
        // Not `init(unsafeUninitializedCapacity:)`, which looks the array's type up on each call: that costs more than a copy.
        unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: byteCount) { room in
            unsafe pack(into: UnsafeMutableRawBufferPointer(room))
            return unsafe Array(room)
        }
    }
}
