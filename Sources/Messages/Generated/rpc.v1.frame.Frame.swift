// Generated from mandate/rpc/v1/frame.proto by proto/generate. Do not edit.

import CMessages

/// One frame. On the wire it stands behind its length, four bytes, big-endian.
package struct Frame: Message {
    /// The call the frame belongs to: odd, rising, chosen by the client.
    /// Zero for hello, ping, pong and goaway.
    package var stream: UInt32 = 0
    /// What the frame says. A frame without a kind breaks the protocol.
    package var kind: Kind? = nil

    package init() {}

    package init(
        stream: UInt32 = 0,
        kind: Kind? = nil
    ) {
        self.stream = stream
        self.kind = kind
    }

    package static var name: String { "mandate.rpc.v1.Frame" }

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

    /// What the frame says. A frame without a kind breaks the protocol.
    package enum Kind: Sendable, Equatable {
        /// Both sides' first frame.
        case hello(Hello)
        /// Client: starts a call.
        case request(Request)
        /// Both: one more message of a streaming call, encoded.
        case message(StreamMessage)
        /// Client: no more messages on this call.
        case halfClose(HalfClose)
        /// Server: ends the call.
        case response(Response)
        /// Client: stop; nothing more is said on this call.
        case cancel(Cancel)
        /// Both: bytes of window given back.
        case credit(Credit)
        /// Both: are you there?
        case ping(Ping)
        /// Both: the answer to ping, with its data.
        case pong(Pong)
        /// Both: no new calls on this connection, and why.
        case goaway(Goaway)
    }
}

extension Frame: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Rpc__V1__Frame>) {
        unsafe mandate__rpc__v1__frame__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Rpc__V1__Frame>) throws(MessageError) {
        self.stream = unsafe c.pointee.stream
        switch unsafe c.pointee.kind_case.rawValue {
        case 2: self.kind = .hello(try unsafe Read.message(c.pointee.hello) ?? .init())
        case 3: self.kind = .request(try unsafe Read.message(c.pointee.request) ?? .init())
        case 4: self.kind = .message(try unsafe Read.message(c.pointee.message) ?? .init())
        case 5: self.kind = .halfClose(try unsafe Read.message(c.pointee.half_close) ?? .init())
        case 6: self.kind = .response(try unsafe Read.message(c.pointee.response) ?? .init())
        case 7: self.kind = .cancel(try unsafe Read.message(c.pointee.cancel) ?? .init())
        case 8: self.kind = .credit(try unsafe Read.message(c.pointee.credit) ?? .init())
        case 9: self.kind = .ping(try unsafe Read.message(c.pointee.ping) ?? .init())
        case 10: self.kind = .pong(try unsafe Read.message(c.pointee.pong) ?? .init())
        case 11: self.kind = .goaway(try unsafe Read.message(c.pointee.goaway) ?? .init())
        default: self.kind = nil
        }
    }

    func write(to c: UnsafeMutablePointer<Mandate__Rpc__V1__Frame>, in arena: Arena) {
        unsafe c.pointee.stream = self.stream
        switch self.kind {
        case nil: break
        case .hello(let value)?:
            unsafe c.pointee.kind_case = .init(rawValue: 2)
            unsafe c.pointee.hello = arena.message(value)
        case .request(let value)?:
            unsafe c.pointee.kind_case = .init(rawValue: 3)
            unsafe c.pointee.request = arena.message(value)
        case .message(let value)?:
            unsafe c.pointee.kind_case = .init(rawValue: 4)
            unsafe c.pointee.message = arena.message(value)
        case .halfClose(let value)?:
            unsafe c.pointee.kind_case = .init(rawValue: 5)
            unsafe c.pointee.half_close = arena.message(value)
        case .response(let value)?:
            unsafe c.pointee.kind_case = .init(rawValue: 6)
            unsafe c.pointee.response = arena.message(value)
        case .cancel(let value)?:
            unsafe c.pointee.kind_case = .init(rawValue: 7)
            unsafe c.pointee.cancel = arena.message(value)
        case .credit(let value)?:
            unsafe c.pointee.kind_case = .init(rawValue: 8)
            unsafe c.pointee.credit = arena.message(value)
        case .ping(let value)?:
            unsafe c.pointee.kind_case = .init(rawValue: 9)
            unsafe c.pointee.ping = arena.message(value)
        case .pong(let value)?:
            unsafe c.pointee.kind_case = .init(rawValue: 10)
            unsafe c.pointee.pong = arena.message(value)
        case .goaway(let value)?:
            unsafe c.pointee.kind_case = .init(rawValue: 11)
            unsafe c.pointee.goaway = arena.message(value)
        }
    }
}
