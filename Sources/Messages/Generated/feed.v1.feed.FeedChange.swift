// Generated from mandate/feed/v1/feed.proto by proto/generate. Do not edit.

import CMessages

/// One resource as it stands after the transaction.
package struct FeedChange: Message {
    /// The organization it belongs to; empty for the installation's own.
    package var organizationId: String = ""
    /// The resource's id.
    package var id: String = ""
    /// The message's full name, as in mandate.identity.v1.Account.
    package var messageType: String = ""
    /// The resource, encoded. Empty when deleted.
    package var value: [UInt8] = []
    /// The resource is gone, as if it had never been there. What leaves a tombstone is not: it is a value whose state says
    /// that it is deleted, which gives nothing from then on and still has its name.
    package var deleted: Bool = false
    /// With deleted: a mark. Not one resource is gone but every one of this message_type that names `id` at this place in
    /// the order; what comes behind it counts again. The removals of the rows follow one by one in later transactions, and
    /// are nothing new. Who does not know what a resource of that type names starts from a snapshot.
    package var cascade: Bool = false

    package init() {}

    package init(
        organizationId: String = "",
        id: String = "",
        messageType: String = "",
        value: [UInt8] = [],
        deleted: Bool = false,
        cascade: Bool = false
    ) {
        self.organizationId = organizationId
        self.id = id
        self.messageType = messageType
        self.value = value
        self.deleted = deleted
        self.cascade = cascade
    }

    package static var name: String { "mandate.feed.v1.FeedChange" }

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

extension FeedChange: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Feed__V1__FeedChange>) {
        unsafe mandate__feed__v1__feed_change__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Feed__V1__FeedChange>) throws(MessageError) {
        self.organizationId = try unsafe Read.text(c.pointee.organization_id, "mandate.feed.v1.FeedChange.organization_id")
        self.id = try unsafe Read.text(c.pointee.id, "mandate.feed.v1.FeedChange.id")
        self.messageType = try unsafe Read.text(c.pointee.message_type, "mandate.feed.v1.FeedChange.message_type")
        self.value = unsafe Read.bytes(c.pointee.value)
        self.deleted = unsafe c.pointee.deleted != 0
        self.cascade = unsafe c.pointee.cascade != 0
    }

    func write(to c: UnsafeMutablePointer<Mandate__Feed__V1__FeedChange>, in arena: Arena) {
        unsafe c.pointee.organization_id = arena.text(self.organizationId)
        unsafe c.pointee.id = arena.text(self.id)
        unsafe c.pointee.message_type = arena.text(self.messageType)
        unsafe c.pointee.value = arena.bytes(self.value)
        unsafe c.pointee.deleted = self.deleted ? 1 : 0
        unsafe c.pointee.cascade = self.cascade ? 1 : 0
    }
}
