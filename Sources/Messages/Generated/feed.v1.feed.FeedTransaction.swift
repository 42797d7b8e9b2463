// Generated from mandate/feed/v1/feed.proto by proto/generate. Do not edit.

import CMessages

/// What one transaction changed, or a part of that. Applied as a whole: parts are collected until the last.
package struct FeedTransaction: Message {
    /// The one before plus one; without changes it can stand for several positions that changed nothing followed. Every
    /// part of a transaction has the same.
    package var position: Int64 = 0
    /// In order. A part has at least one.
    package var changes: [FeedChange] = []
    /// The rest of this transaction follows: the next FeedTransaction of the stream goes on where this one ends. Leases of
    /// the position before may come in between; a snapshot takes the place of what was begun, and so does a new stream,
    /// which begins the transaction anew.
    package var more: Bool = false

    package init() {}

    package init(
        position: Int64 = 0,
        changes: [FeedChange] = [],
        more: Bool = false
    ) {
        self.position = position
        self.changes = changes
        self.more = more
    }

    package static var name: String { "mandate.feed.v1.FeedTransaction" }

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

extension FeedTransaction: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Feed__V1__FeedTransaction>) {
        unsafe mandate__feed__v1__feed_transaction__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Feed__V1__FeedTransaction>) throws(MessageError) {
        self.position = unsafe c.pointee.position
        self.changes = try unsafe Read.messages(c.pointee.n_changes, c.pointee.changes)
        self.more = unsafe c.pointee.more != 0
    }

    func write(to c: UnsafeMutablePointer<Mandate__Feed__V1__FeedTransaction>, in arena: Arena) {
        unsafe c.pointee.position = self.position
        unsafe c.pointee.n_changes = self.changes.count
        unsafe c.pointee.changes = arena.messages(self.changes)
        unsafe c.pointee.more = self.more ? 1 : 0
    }
}
