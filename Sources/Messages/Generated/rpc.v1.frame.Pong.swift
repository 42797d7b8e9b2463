// Generated from mandate/rpc/v1/frame.proto by proto/generate. Do not edit.

import CMessages

/// Liveness, answered.
package struct Pong: Message {
    /// What the ping held.
    package var data: UInt64 = 0

    package init() {}

    package init(
        data: UInt64 = 0
    ) {
        self.data = data
    }

    package static var name: String { "mandate.rpc.v1.Pong" }

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

extension Pong: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Rpc__V1__Pong>) {
        unsafe mandate__rpc__v1__pong__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Rpc__V1__Pong>) throws(MessageError) {
        self.data = unsafe c.pointee.data
    }

    func write(to c: UnsafeMutablePointer<Mandate__Rpc__V1__Pong>, in arena: Arena) {
        unsafe c.pointee.data = self.data
    }
}
