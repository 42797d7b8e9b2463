// Generated from grpc/testing/messages.proto by Tests/Interop/generate. Do not edit.

import CInteropMessages

/// One response of a stream.
package struct ResponseParameters: Message {
    /// In bytes.
    package var size: Int32 = 0
    /// Microseconds to wait before it.
    package var intervalUs: Int32 = 0
    package var compressed: BoolValue? = nil

    package init() {}

    package init(
        size: Int32 = 0,
        intervalUs: Int32 = 0,
        compressed: BoolValue? = nil
    ) {
        self.size = size
        self.intervalUs = intervalUs
        self.compressed = compressed
    }

    package static var name: String { "grpc.testing.ResponseParameters" }

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

extension ResponseParameters: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Grpc__Testing__ResponseParameters>) {
        unsafe grpc__testing__response_parameters__init(c)
    }

    init(_ c: UnsafePointer<Grpc__Testing__ResponseParameters>) throws(MessageError) {
        self.size = unsafe c.pointee.size
        self.intervalUs = unsafe c.pointee.interval_us
        self.compressed = try unsafe Read.message(c.pointee.compressed)
    }

    func write(to c: UnsafeMutablePointer<Grpc__Testing__ResponseParameters>, in arena: Arena) {
        unsafe c.pointee.size = self.size
        unsafe c.pointee.interval_us = self.intervalUs
        if let value = self.compressed {
            unsafe c.pointee.compressed = arena.message(value)
        }
    }
}
