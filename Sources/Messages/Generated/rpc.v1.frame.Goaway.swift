// Generated from mandate/rpc/v1/frame.proto by proto/generate. Do not edit.

import CMessages

/// The connection is ending.
package struct Goaway: Message {
    /// The last stream that the sender of this frame will answer.
    package var lastStream: UInt32 = 0
    /// NO_ERROR when draining, else the broken rule.
    package var reason: GoawayReason = .unspecified
    /// The rule in words, for a person.
    package var message: String = ""

    package init() {}

    package init(
        lastStream: UInt32 = 0,
        reason: GoawayReason = .unspecified,
        message: String = ""
    ) {
        self.lastStream = lastStream
        self.reason = reason
        self.message = message
    }

    package static var name: String { "mandate.rpc.v1.Goaway" }

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

extension Goaway: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Rpc__V1__Goaway>) {
        unsafe mandate__rpc__v1__goaway__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Rpc__V1__Goaway>) throws(MessageError) {
        self.lastStream = unsafe c.pointee.last_stream
        self.reason = unsafe .init(rawValue: Int32(truncatingIfNeeded: c.pointee.reason.rawValue))
        self.message = try unsafe Read.text(c.pointee.message, "mandate.rpc.v1.Goaway.message")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Rpc__V1__Goaway>, in arena: Arena) {
        unsafe c.pointee.last_stream = self.lastStream
        unsafe c.pointee.reason = .init(rawValue: .init(truncatingIfNeeded: self.reason.rawValue))
        unsafe c.pointee.message = arena.text(self.message)
    }
}
