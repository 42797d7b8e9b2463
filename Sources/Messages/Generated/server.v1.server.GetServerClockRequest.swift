// Generated from mandate/server/v1/server.proto by proto/generate. Do not edit.

import CMessages

/// Asks for the clock.
package struct GetServerClockRequest: Message {
    package init() {}

    package static var name: String { "mandate.server.v1.GetServerClockRequest" }

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

extension GetServerClockRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Server__V1__GetServerClockRequest>) {
        unsafe mandate__server__v1__get_server_clock_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Server__V1__GetServerClockRequest>) throws(MessageError) {
    }

    func write(to c: UnsafeMutablePointer<Mandate__Server__V1__GetServerClockRequest>, in arena: Arena) {
    }
}
