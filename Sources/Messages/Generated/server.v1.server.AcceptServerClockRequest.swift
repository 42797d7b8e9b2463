// Generated from mandate/server/v1/server.proto by proto/generate. Do not edit.

import CMessages

/// Accepts the jump that waits.
package struct AcceptServerClockRequest: Message {
    /// What time it is, from another clock than the server's. Required; where it is not within a minute of the server's wall
    /// clock nothing is accepted.
    package var wallTime: Timestamp? = nil

    package init() {}

    package init(
        wallTime: Timestamp? = nil
    ) {
        self.wallTime = wallTime
    }

    package static var name: String { "mandate.server.v1.AcceptServerClockRequest" }

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

extension AcceptServerClockRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Server__V1__AcceptServerClockRequest>) {
        unsafe mandate__server__v1__accept_server_clock_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Server__V1__AcceptServerClockRequest>) throws(MessageError) {
        self.wallTime = try unsafe Read.message(c.pointee.wall_time)
    }

    func write(to c: UnsafeMutablePointer<Mandate__Server__V1__AcceptServerClockRequest>, in arena: Arena) {
        if let value = self.wallTime {
            unsafe c.pointee.wall_time = arena.message(value)
        }
    }
}

extension AcceptServerClockRequest {
    package func check(_ violations: inout Violations) {
        if let value = self.wallTime {
            if (value.seconds, value.nanos) > (253402300799, 999999999) {
                violations.add("wall_time", .invalidField, "timestamp.lte: not after 9999-12-31T23:59:59.999999999Z")
            }
            if (value.seconds, value.nanos) < (-62135596800, 0) {
                violations.add("wall_time", .invalidField, "timestamp.gte: not before 0001-01-01T00:00:00Z")
            }
        } else {
            violations.addMissing("wall_time")
        }
    }
}
