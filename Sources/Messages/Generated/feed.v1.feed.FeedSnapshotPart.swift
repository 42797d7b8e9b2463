// Generated from mandate/feed/v1/feed.proto by proto/generate. Do not edit.

import CMessages

/// A part of a snapshot.
package struct FeedSnapshotPart: Message {
    /// Resources as they stand.
    package var changes: [FeedChange] = []

    package init() {}

    package init(
        changes: [FeedChange] = []
    ) {
        self.changes = changes
    }

    package static var name: String { "mandate.feed.v1.FeedSnapshotPart" }

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

extension FeedSnapshotPart: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Feed__V1__FeedSnapshotPart>) {
        unsafe mandate__feed__v1__feed_snapshot_part__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Feed__V1__FeedSnapshotPart>) throws(MessageError) {
        self.changes = try unsafe Read.messages(c.pointee.n_changes, c.pointee.changes)
    }

    func write(to c: UnsafeMutablePointer<Mandate__Feed__V1__FeedSnapshotPart>, in arena: Arena) {
        unsafe c.pointee.n_changes = self.changes.count
        unsafe c.pointee.changes = arena.messages(self.changes)
    }
}
