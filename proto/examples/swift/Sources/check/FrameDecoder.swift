import NIOCore
import SwiftProtobuf

/// Cuts the stream into frames: a length in four bytes, big-endian, and that many bytes of one `Frame`.
struct FrameDecoder: ByteToMessageDecoder {
    typealias InboundOut = Mandate_Rpc_V1_Frame

    static let frameBytesMax = 4 << 20

    mutating func decode(context: ChannelHandlerContext, buffer: inout ByteBuffer) throws -> DecodingState {
        guard let length = buffer.getInteger(at: buffer.readerIndex, as: UInt32.self) else { return .needMoreData }
        guard (1...Self.frameBytesMax).contains(Int(length)) else {
            throw CallError.broken("a frame of \(length) bytes")
        }
        guard buffer.readableBytes >= 4 + Int(length) else { return .needMoreData }
        buffer.moveReaderIndex(forwardBy: 4)
        let bytes = buffer.readBytes(length: Int(length)) ?? []
        context.fireChannelRead(wrapInboundOut(try Mandate_Rpc_V1_Frame(serializedBytes: bytes)))
        return .continue
    }

    static func encode(_ frame: Mandate_Rpc_V1_Frame) throws -> ByteBuffer {
        let bytes: [UInt8] = try frame.serializedBytes()
        var buffer = ByteBuffer()
        buffer.writeInteger(UInt32(bytes.count))
        buffer.writeBytes(bytes)
        return buffer
    }
}
