// Generated from mandate/feed/v1/feed.proto by proto/generate. Do not edit.

import CMessages

/// What a follower has applied.
package struct FeedAcknowledgement: Message {
    /// Everything up to this position.
    package var position: Int64 = 0

    package init() {}

    package init(
        position: Int64 = 0
    ) {
        self.position = position
    }

    package static var name: String { "mandate.feed.v1.FeedAcknowledgement" }

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

extension FeedAcknowledgement: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Feed__V1__FeedAcknowledgement>) {
        unsafe mandate__feed__v1__feed_acknowledgement__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Feed__V1__FeedAcknowledgement>) throws(MessageError) {
        self.position = unsafe c.pointee.position
    }

    func write(to c: UnsafeMutablePointer<Mandate__Feed__V1__FeedAcknowledgement>, in arena: Arena) {
        unsafe c.pointee.position = self.position
    }
}

extension FeedAcknowledgement {
    package func check(_ violations: inout Violations) {
        if self.position < 0 {
            violations.add("position", .invalidField, "int64.gte: at least 0")
        }
    }
}
