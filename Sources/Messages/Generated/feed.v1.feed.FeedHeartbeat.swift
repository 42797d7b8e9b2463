// Generated from mandate/feed/v1/feed.proto by proto/generate. Do not edit.

import CMessages

/// A follower's sign of life.
package struct FeedHeartbeat: Message {
    /// Rising; comes back in the answer.
    package var number: UInt64 = 0

    package init() {}

    package init(
        number: UInt64 = 0
    ) {
        self.number = number
    }

    package static var name: String { "mandate.feed.v1.FeedHeartbeat" }

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

extension FeedHeartbeat: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Feed__V1__FeedHeartbeat>) {
        unsafe mandate__feed__v1__feed_heartbeat__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Feed__V1__FeedHeartbeat>) throws(MessageError) {
        self.number = unsafe c.pointee.number
    }

    func write(to c: UnsafeMutablePointer<Mandate__Feed__V1__FeedHeartbeat>, in arena: Arena) {
        unsafe c.pointee.number = self.number
    }
}
