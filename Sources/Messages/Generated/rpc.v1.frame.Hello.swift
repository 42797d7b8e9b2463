// Generated from mandate/rpc/v1/frame.proto by proto/generate. Do not edit.

import CMessages

/// What a side is and takes.
package struct Hello: Message {
    /// The protocol's version: 1.
    package var version: UInt32 = 0
    /// The largest frame this side takes, in bytes behind the length.
    package var frameBytesMax: UInt32 = 0
    /// Bytes of messages this side takes on a stream before it gives credit.
    package var streamWindowBytes: UInt32 = 0
    /// Calls this side takes at once on the connection; zero from a client.
    package var streamsMax: UInt32 = 0

    package init() {}

    package init(
        version: UInt32 = 0,
        frameBytesMax: UInt32 = 0,
        streamWindowBytes: UInt32 = 0,
        streamsMax: UInt32 = 0
    ) {
        self.version = version
        self.frameBytesMax = frameBytesMax
        self.streamWindowBytes = streamWindowBytes
        self.streamsMax = streamsMax
    }

    package static var name: String { "mandate.rpc.v1.Hello" }

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

extension Hello: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Rpc__V1__Hello>) {
        unsafe mandate__rpc__v1__hello__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Rpc__V1__Hello>) throws(MessageError) {
        self.version = unsafe c.pointee.version
        self.frameBytesMax = unsafe c.pointee.frame_bytes_max
        self.streamWindowBytes = unsafe c.pointee.stream_window_bytes
        self.streamsMax = unsafe c.pointee.streams_max
    }

    func write(to c: UnsafeMutablePointer<Mandate__Rpc__V1__Hello>, in arena: Arena) {
        unsafe c.pointee.version = self.version
        unsafe c.pointee.frame_bytes_max = self.frameBytesMax
        unsafe c.pointee.stream_window_bytes = self.streamWindowBytes
        unsafe c.pointee.streams_max = self.streamsMax
    }
}
