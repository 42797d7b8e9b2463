// Generated from mandate/feed/v1/feed.proto by proto/generate. Do not edit.

import CMessages

/// Where to start.
package struct FeedStart: Message {
    /// The follower's own name, for metrics and logs. A new stream of a name ends the old one of the same caller;
    /// leases belong to streams, so the old one's lease still counts until it is over.
    package var follower: String = ""
    /// The epoch the position belongs to. Empty: start from a snapshot.
    package var epoch: String = ""
    /// The last position applied.
    package var position: Int64 = 0

    package init() {}

    package init(
        follower: String = "",
        epoch: String = "",
        position: Int64 = 0
    ) {
        self.follower = follower
        self.epoch = epoch
        self.position = position
    }

    package static var name: String { "mandate.feed.v1.FeedStart" }

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

extension FeedStart: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Feed__V1__FeedStart>) {
        unsafe mandate__feed__v1__feed_start__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Feed__V1__FeedStart>) throws(MessageError) {
        self.follower = try unsafe Read.text(c.pointee.follower, "mandate.feed.v1.FeedStart.follower")
        self.epoch = try unsafe Read.text(c.pointee.epoch, "mandate.feed.v1.FeedStart.epoch")
        self.position = unsafe c.pointee.position
    }

    func write(to c: UnsafeMutablePointer<Mandate__Feed__V1__FeedStart>, in arena: Arena) {
        unsafe c.pointee.follower = arena.text(self.follower)
        unsafe c.pointee.epoch = arena.text(self.epoch)
        unsafe c.pointee.position = self.position
    }
}

extension FeedStart {
    package func check(_ violations: inout Violations) {
        if self.follower.isEmpty {
            violations.addMissing("follower")
        } else {
            if self.follower.hasMoreScalars(than: 100) {
                violations.add("follower", .tooLong, "string.max_len: at most 100 characters")
            }
        }
        if self.epoch.utf8.count > 100 {
            violations.add("epoch", .tooLong, "string.max_bytes: at most 100 bytes")
        }
        if self.position < 0 {
            violations.add("position", .invalidField, "int64.gte: at least 0")
        }
    }
}
