internal import NIOCore

extension ByteBuffer {
    /// Gives memory back that is mostly empty: what a long message leaves behind is not counted for anybody. Memory up to
    /// `keptBytes` stays, to be filled again.
    mutating func trim(keptBytes: Int) {
        guard storageCapacity > keptBytes, readableBytes < storageCapacity / 4 else { return }
        self = readableBytes == 0 ? ByteBuffer() : ByteBuffer(buffer: self)
    }
}
