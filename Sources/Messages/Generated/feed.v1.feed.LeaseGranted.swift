// Generated from mandate/feed/v1/feed.proto by proto/generate. Do not edit.

import CMessages

/// A lease.
package struct LeaseGranted: Message {
    /// The heartbeat it answers.
    package var number: UInt64 = 0
    /// The feed's position when it answered.
    package var position: Int64 = 0

    package init() {}

    package init(
        number: UInt64 = 0,
        position: Int64 = 0
    ) {
        self.number = number
        self.position = position
    }

    package static var name: String { "mandate.feed.v1.LeaseGranted" }

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

extension LeaseGranted: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Feed__V1__LeaseGranted>) {
        unsafe mandate__feed__v1__lease_granted__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Feed__V1__LeaseGranted>) throws(MessageError) {
        self.number = unsafe c.pointee.number
        self.position = unsafe c.pointee.position
    }

    func write(to c: UnsafeMutablePointer<Mandate__Feed__V1__LeaseGranted>, in arena: Arena) {
        unsafe c.pointee.number = self.number
        unsafe c.pointee.position = self.position
    }
}
