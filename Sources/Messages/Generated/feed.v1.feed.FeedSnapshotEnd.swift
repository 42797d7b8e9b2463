// Generated from mandate/feed/v1/feed.proto by proto/generate. Do not edit.

import CMessages

/// The end of a snapshot.
package struct FeedSnapshotEnd: Message {
    /// The position the snapshot shows.
    package var position: Int64 = 0

    package init() {}

    package init(
        position: Int64 = 0
    ) {
        self.position = position
    }

    package static var name: String { "mandate.feed.v1.FeedSnapshotEnd" }

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

extension FeedSnapshotEnd: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Feed__V1__FeedSnapshotEnd>) {
        unsafe mandate__feed__v1__feed_snapshot_end__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Feed__V1__FeedSnapshotEnd>) throws(MessageError) {
        self.position = unsafe c.pointee.position
    }

    func write(to c: UnsafeMutablePointer<Mandate__Feed__V1__FeedSnapshotEnd>, in arena: Arena) {
        unsafe c.pointee.position = self.position
    }
}
