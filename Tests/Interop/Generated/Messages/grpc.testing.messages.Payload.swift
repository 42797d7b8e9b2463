// Generated from grpc/testing/messages.proto by Tests/Interop/generate. Do not edit.

import CInteropMessages

/// Bytes to make a message large.
package struct Payload: Message {
    package var type: PayloadType = .compressable
    package var body: [UInt8] = []

    package init() {}

    package init(
        type: PayloadType = .compressable,
        body: [UInt8] = []
    ) {
        self.type = type
        self.body = body
    }

    package static var name: String { "grpc.testing.Payload" }

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

extension Payload: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Grpc__Testing__Payload>) {
        unsafe grpc__testing__payload__init(c)
    }

    init(_ c: UnsafePointer<Grpc__Testing__Payload>) throws(MessageError) {
        self.type = unsafe .init(rawValue: Int32(truncatingIfNeeded: c.pointee.type.rawValue))
        self.body = unsafe Read.bytes(c.pointee.body)
    }

    func write(to c: UnsafeMutablePointer<Grpc__Testing__Payload>, in arena: Arena) {
        unsafe c.pointee.type = .init(rawValue: .init(truncatingIfNeeded: self.type.rawValue))
        unsafe c.pointee.body = arena.bytes(self.body)
    }
}
