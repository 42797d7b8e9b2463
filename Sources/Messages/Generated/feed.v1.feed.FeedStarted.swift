// Generated from mandate/feed/v1/feed.proto by proto/generate. Do not edit.

import CMessages

/// The answer to FeedStart.
package struct FeedStarted: Message {
    /// The feed's epoch. Another epoch than the follower's means another database.
    package var epoch: String = ""
    /// The feed's position now.
    package var position: Int64 = 0
    /// True: a snapshot follows, because none was held or the position was compacted.
    package var snapshot: Bool = false
    /// How long a lease lasts.
    package var leaseDuration: WireDuration? = nil

    package init() {}

    package init(
        epoch: String = "",
        position: Int64 = 0,
        snapshot: Bool = false,
        leaseDuration: WireDuration? = nil
    ) {
        self.epoch = epoch
        self.position = position
        self.snapshot = snapshot
        self.leaseDuration = leaseDuration
    }

    package static var name: String { "mandate.feed.v1.FeedStarted" }

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

extension FeedStarted: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Feed__V1__FeedStarted>) {
        unsafe mandate__feed__v1__feed_started__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Feed__V1__FeedStarted>) throws(MessageError) {
        self.epoch = try unsafe Read.text(c.pointee.epoch, "mandate.feed.v1.FeedStarted.epoch")
        self.position = unsafe c.pointee.position
        self.snapshot = unsafe c.pointee.snapshot != 0
        self.leaseDuration = try unsafe Read.message(c.pointee.lease_duration)
    }

    func write(to c: UnsafeMutablePointer<Mandate__Feed__V1__FeedStarted>, in arena: Arena) {
        unsafe c.pointee.epoch = arena.text(self.epoch)
        unsafe c.pointee.position = self.position
        unsafe c.pointee.snapshot = self.snapshot ? 1 : 0
        if let value = self.leaseDuration {
            unsafe c.pointee.lease_duration = arena.message(value)
        }
    }
}
