// Generated from mandate/rpc/v1/frame.proto by proto/generate. Do not edit.

import CMessages

/// Window given back on the frame's stream.
package struct Credit: Message {
    /// Bytes, at least one.
    package var bytes: UInt32 = 0

    package init() {}

    package init(
        bytes: UInt32 = 0
    ) {
        self.bytes = bytes
    }

    package static var name: String { "mandate.rpc.v1.Credit" }

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

extension Credit: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Rpc__V1__Credit>) {
        unsafe mandate__rpc__v1__credit__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Rpc__V1__Credit>) throws(MessageError) {
        self.bytes = unsafe c.pointee.bytes
    }

    func write(to c: UnsafeMutablePointer<Mandate__Rpc__V1__Credit>, in arena: Arena) {
        unsafe c.pointee.bytes = self.bytes
    }
}
