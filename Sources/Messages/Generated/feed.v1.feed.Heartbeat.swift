// Generated from mandate/feed/v1/feed.proto by proto/generate. Do not edit.

import CMessages

/// A follower's sign of life.
package struct Heartbeat: Message {
    /// Rising; comes back in the answer.
    package var number: UInt64 = 0

    package init() {}

    package init(
        number: UInt64 = 0
    ) {
        self.number = number
    }

    package static var name: String { "mandate.feed.v1.Heartbeat" }

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

extension Heartbeat: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Feed__V1__Heartbeat>) {
        unsafe mandate__feed__v1__heartbeat__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Feed__V1__Heartbeat>) throws(MessageError) {
        self.number = unsafe c.pointee.number
    }

    func write(to c: UnsafeMutablePointer<Mandate__Feed__V1__Heartbeat>, in arena: Arena) {
        unsafe c.pointee.number = self.number
    }
}
