// Generated from grpc/testing/messages.proto by Tests/Interop/generate. Do not edit.

import CInteropMessages

/// What UnaryCall shall do.
package struct SimpleRequest: Message {
    package var responseType: PayloadType = .compressable
    /// In bytes.
    package var responseSize: Int32 = 0
    package var payload: Payload? = nil
    package var responseCompressed: BoolValue? = nil
    package var responseStatus: EchoStatus? = nil
    /// Whether this message was sent compressed; refused when it was not as said.
    package var expectCompressed: BoolValue? = nil

    package init() {}

    package init(
        responseType: PayloadType = .compressable,
        responseSize: Int32 = 0,
        payload: Payload? = nil,
        responseCompressed: BoolValue? = nil,
        responseStatus: EchoStatus? = nil,
        expectCompressed: BoolValue? = nil
    ) {
        self.responseType = responseType
        self.responseSize = responseSize
        self.payload = payload
        self.responseCompressed = responseCompressed
        self.responseStatus = responseStatus
        self.expectCompressed = expectCompressed
    }

    package static var name: String { "grpc.testing.SimpleRequest" }

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

extension SimpleRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Grpc__Testing__SimpleRequest>) {
        unsafe grpc__testing__simple_request__init(c)
    }

    init(_ c: UnsafePointer<Grpc__Testing__SimpleRequest>) throws(MessageError) {
        self.responseType = unsafe .init(rawValue: Int32(truncatingIfNeeded: c.pointee.response_type.rawValue))
        self.responseSize = unsafe c.pointee.response_size
        self.payload = try unsafe Read.message(c.pointee.payload)
        self.responseCompressed = try unsafe Read.message(c.pointee.response_compressed)
        self.responseStatus = try unsafe Read.message(c.pointee.response_status)
        self.expectCompressed = try unsafe Read.message(c.pointee.expect_compressed)
    }

    func write(to c: UnsafeMutablePointer<Grpc__Testing__SimpleRequest>, in arena: Arena) {
        unsafe c.pointee.response_type = .init(rawValue: .init(truncatingIfNeeded: self.responseType.rawValue))
        unsafe c.pointee.response_size = self.responseSize
        if let value = self.payload {
            unsafe c.pointee.payload = arena.message(value)
        }
        if let value = self.responseCompressed {
            unsafe c.pointee.response_compressed = arena.message(value)
        }
        if let value = self.responseStatus {
            unsafe c.pointee.response_status = arena.message(value)
        }
        if let value = self.expectCompressed {
            unsafe c.pointee.expect_compressed = arena.message(value)
        }
    }
}
