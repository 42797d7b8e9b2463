// Generated from grpc/testing/messages.proto by Tests/Interop/generate. Do not edit.

import CInteropMessages

package struct SimpleResponse: Message {
    package var payload: Payload? = nil

    package init() {}

    package init(
        payload: Payload? = nil
    ) {
        self.payload = payload
    }

    package static var name: String { "grpc.testing.SimpleResponse" }

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

extension SimpleResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Grpc__Testing__SimpleResponse>) {
        unsafe grpc__testing__simple_response__init(c)
    }

    init(_ c: UnsafePointer<Grpc__Testing__SimpleResponse>) throws(MessageError) {
        self.payload = try unsafe Read.message(c.pointee.payload)
    }

    func write(to c: UnsafeMutablePointer<Grpc__Testing__SimpleResponse>, in arena: Arena) {
        if let value = self.payload {
            unsafe c.pointee.payload = arena.message(value)
        }
    }
}
