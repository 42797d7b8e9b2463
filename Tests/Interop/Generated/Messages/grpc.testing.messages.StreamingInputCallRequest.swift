// Generated from grpc/testing/messages.proto by Tests/Interop/generate. Do not edit.

import CInteropMessages

package struct StreamingInputCallRequest: Message {
    package var payload: Payload? = nil
    /// Whether this message was sent compressed; refused when it was not as said.
    package var expectCompressed: BoolValue? = nil

    package init() {}

    package init(
        payload: Payload? = nil,
        expectCompressed: BoolValue? = nil
    ) {
        self.payload = payload
        self.expectCompressed = expectCompressed
    }

    package static var name: String { "grpc.testing.StreamingInputCallRequest" }

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

extension StreamingInputCallRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Grpc__Testing__StreamingInputCallRequest>) {
        unsafe grpc__testing__streaming_input_call_request__init(c)
    }

    init(_ c: UnsafePointer<Grpc__Testing__StreamingInputCallRequest>) throws(MessageError) {
        self.payload = try unsafe Read.message(c.pointee.payload)
        self.expectCompressed = try unsafe Read.message(c.pointee.expect_compressed)
    }

    func write(to c: UnsafeMutablePointer<Grpc__Testing__StreamingInputCallRequest>, in arena: Arena) {
        if let value = self.payload {
            unsafe c.pointee.payload = arena.message(value)
        }
        if let value = self.expectCompressed {
            unsafe c.pointee.expect_compressed = arena.message(value)
        }
    }
}
