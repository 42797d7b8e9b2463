// Generated from mandate/feed/v1/feed.proto by proto/generate. Do not edit.

import CMessages

/// What a follower says.
package struct FollowFeedRequest: Message {
    /// One of these.
    package var kind: Kind? = nil

    package init() {}

    package init(
        kind: Kind? = nil
    ) {
        self.kind = kind
    }

    package static var name: String { "mandate.feed.v1.FollowFeedRequest" }

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
        /// First, once.
        case start(FeedStart)
        /// Every so often: keeps the lease.
        case heartbeat(FeedHeartbeat)
        /// After changes were applied.
        case acknowledge(FeedAcknowledgement)
    }
}

extension FollowFeedRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Feed__V1__FollowFeedRequest>) {
        unsafe mandate__feed__v1__follow_feed_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Feed__V1__FollowFeedRequest>) throws(MessageError) {
        switch unsafe c.pointee.kind_case.rawValue {
        case 1: self.kind = .start(try unsafe Read.message(c.pointee.start) ?? .init())
        case 2: self.kind = .heartbeat(try unsafe Read.message(c.pointee.heartbeat) ?? .init())
        case 3: self.kind = .acknowledge(try unsafe Read.message(c.pointee.acknowledge) ?? .init())
        default: self.kind = nil
        }
    }

    func write(to c: UnsafeMutablePointer<Mandate__Feed__V1__FollowFeedRequest>, in arena: Arena) {
        switch self.kind {
        case nil: break
        case .start(let value)?:
            unsafe c.pointee.kind_case = .init(rawValue: 1)
            unsafe c.pointee.start = arena.message(value)
        case .heartbeat(let value)?:
            unsafe c.pointee.kind_case = .init(rawValue: 2)
            unsafe c.pointee.heartbeat = arena.message(value)
        case .acknowledge(let value)?:
            unsafe c.pointee.kind_case = .init(rawValue: 3)
            unsafe c.pointee.acknowledge = arena.message(value)
        }
    }
}

extension FollowFeedRequest {
    package func check(_ violations: inout Violations) {
        if self.kind == nil {
            violations.addMissing("kind")
        }
        if case .start(let value)? = self.kind {
            let start = violations.count
            value.check(&violations)
            violations.place(from: start, in: "start")
        }
        if case .acknowledge(let value)? = self.kind {
            let start = violations.count
            value.check(&violations)
            violations.place(from: start, in: "acknowledge")
        }
    }
}
