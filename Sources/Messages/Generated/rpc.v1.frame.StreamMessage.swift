// Generated from mandate/rpc/v1/frame.proto by proto/generate. Do not edit.

import CMessages

/// One more message of a stream.
package struct StreamMessage: Message {
    /// The message, encoded.
    package var body: [UInt8] = []

    package init() {}

    package init(
        body: [UInt8] = []
    ) {
        self.body = body
    }

    package static var name: String { "mandate.rpc.v1.Message" }

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

extension StreamMessage: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Rpc__V1__Message>) {
        unsafe mandate__rpc__v1__message__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Rpc__V1__Message>) throws(MessageError) {
        self.body = unsafe Read.bytes(c.pointee.body)
    }

    func write(to c: UnsafeMutablePointer<Mandate__Rpc__V1__Message>, in arena: Arena) {
        unsafe c.pointee.body = arena.bytes(self.body)
    }
}
