// Generated from mandate/feed/v1/feed.proto by proto/generate. Do not edit.

import CMessages

/// What the feed says.
package struct FollowFeedResponse: Message {
    /// One of these.
    package var kind: Kind? = nil

    package init() {}

    package init(
        kind: Kind? = nil
    ) {
        self.kind = kind
    }

    package static var name: String { "mandate.feed.v1.FollowFeedResponse" }

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

    /// One of these.
    package enum Kind: Sendable, Equatable {
        /// First: whose feed this is.
        case started(FeedStarted)
        /// A part of the snapshot. Apply nothing until FeedSnapshotEnd.
        case snapshotPart(FeedSnapshotPart)
        /// The snapshot is whole.
        case snapshotEnd(FeedSnapshotEnd)
        /// Changes of one or more transactions, in order.
        case transactions(FeedTransactions)
        /// Answers a heartbeat: the lease runs from when that heartbeat was sent.
        case lease(FeedLease)
    }
}

extension FollowFeedResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Feed__V1__FollowFeedResponse>) {
        unsafe mandate__feed__v1__follow_feed_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Feed__V1__FollowFeedResponse>) throws(MessageError) {
        switch unsafe c.pointee.kind_case.rawValue {
        case 1: self.kind = .started(try unsafe Read.message(c.pointee.started) ?? .init())
        case 2: self.kind = .snapshotPart(try unsafe Read.message(c.pointee.snapshot_part) ?? .init())
        case 3: self.kind = .snapshotEnd(try unsafe Read.message(c.pointee.snapshot_end) ?? .init())
        case 4: self.kind = .transactions(try unsafe Read.message(c.pointee.transactions) ?? .init())
        case 5: self.kind = .lease(try unsafe Read.message(c.pointee.lease) ?? .init())
        default: self.kind = nil
        }
    }

    func write(to c: UnsafeMutablePointer<Mandate__Feed__V1__FollowFeedResponse>, in arena: Arena) {
        switch self.kind {
        case nil: break
        case .started(let value)?:
            unsafe c.pointee.kind_case = .init(rawValue: 1)
            unsafe c.pointee.started = arena.message(value)
        case .snapshotPart(let value)?:
            unsafe c.pointee.kind_case = .init(rawValue: 2)
            unsafe c.pointee.snapshot_part = arena.message(value)
        case .snapshotEnd(let value)?:
            unsafe c.pointee.kind_case = .init(rawValue: 3)
            unsafe c.pointee.snapshot_end = arena.message(value)
        case .transactions(let value)?:
            unsafe c.pointee.kind_case = .init(rawValue: 4)
            unsafe c.pointee.transactions = arena.message(value)
        case .lease(let value)?:
            unsafe c.pointee.kind_case = .init(rawValue: 5)
            unsafe c.pointee.lease = arena.message(value)
        }
    }
}
