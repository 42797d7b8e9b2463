// Generated from mandate/feed/v1/feed.proto by proto/generate. Do not edit.

import CMessages

/// A lease.
package struct FeedLease: Message {
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

    package static var name: String { "mandate.feed.v1.FeedLease" }

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

extension FeedLease: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Feed__V1__FeedLease>) {
        unsafe mandate__feed__v1__feed_lease__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Feed__V1__FeedLease>) throws(MessageError) {
        self.number = unsafe c.pointee.number
        self.position = unsafe c.pointee.position
    }

    func write(to c: UnsafeMutablePointer<Mandate__Feed__V1__FeedLease>, in arena: Arena) {
        unsafe c.pointee.number = self.number
        unsafe c.pointee.position = self.position
    }
}
