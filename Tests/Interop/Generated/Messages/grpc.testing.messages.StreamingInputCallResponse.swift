// Generated from grpc/testing/messages.proto by Tests/Interop/generate. Do not edit.

import CInteropMessages

package struct StreamingInputCallResponse: Message {
    /// Bytes of all payloads together.
    package var aggregatedPayloadSize: Int32 = 0

    package init() {}

    package init(
        aggregatedPayloadSize: Int32 = 0
    ) {
        self.aggregatedPayloadSize = aggregatedPayloadSize
    }

    package static var name: String { "grpc.testing.StreamingInputCallResponse" }

    package init(decoding bytes: UnsafeRawBufferPointer) throws(MessageError) {
        self = try unsafe Self.read(bytes)
    }

    package init(decoding bytes: [UInt8]) throws(MessageError) {
        self = try unsafe Self.read(bytes)
    }

    @discardableResult
    package func encode(_ body: (borrowing Encoding) -> Void) -> Int {
        unsafe withEncoding(body)
    }
}

extension StreamingInputCallResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Grpc__Testing__StreamingInputCallResponse>) {
        unsafe grpc__testing__streaming_input_call_response__init(c)
    }

    init(_ c: UnsafePointer<Grpc__Testing__StreamingInputCallResponse>) throws(MessageError) {
        self.aggregatedPayloadSize = unsafe c.pointee.aggregated_payload_size
    }

    func write(to c: UnsafeMutablePointer<Grpc__Testing__StreamingInputCallResponse>, in arena: Arena) {
        unsafe c.pointee.aggregated_payload_size = self.aggregatedPayloadSize
    }
}
