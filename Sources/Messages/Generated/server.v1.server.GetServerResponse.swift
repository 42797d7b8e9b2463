// Generated from mandate/server/v1/server.proto by proto/generate. Do not edit.

import CMessages

/// The server's state.
package struct GetServerResponse: Message {
    /// mandate-identity, mandate-mailbox or mandate-audit.
    package var name: String = ""
    /// The program's version.
    package var version: String = ""
    /// The database's epoch.
    package var epoch: String = ""
    /// The last position written.
    package var position: Int64 = 0
    /// When the process started.
    package var startTime: Timestamp? = nil
    /// True when the server answers calls.
    package var ready: Bool = false
    /// Why it is not ready.
    package var reasons: [String] = []
    /// The events on their way to the log; nothing of mandate-audit, which is the log.
    package var outbox: OutboxFill? = nil

    package init() {}

    package init(
        name: String = "",
        version: String = "",
        epoch: String = "",
        position: Int64 = 0,
        startTime: Timestamp? = nil,
        ready: Bool = false,
        reasons: [String] = [],
        outbox: OutboxFill? = nil
    ) {
        self.name = name
        self.version = version
        self.epoch = epoch
        self.position = position
        self.startTime = startTime
        self.ready = ready
        self.reasons = reasons
        self.outbox = outbox
    }

    package static var name: String { "mandate.server.v1.GetServerResponse" }

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

extension GetServerResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Server__V1__GetServerResponse>) {
        unsafe mandate__server__v1__get_server_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Server__V1__GetServerResponse>) throws(MessageError) {
        self.name = try unsafe Read.text(c.pointee.name, "mandate.server.v1.GetServerResponse.name")
        self.version = try unsafe Read.text(c.pointee.version, "mandate.server.v1.GetServerResponse.version")
        self.epoch = try unsafe Read.text(c.pointee.epoch, "mandate.server.v1.GetServerResponse.epoch")
        self.position = unsafe c.pointee.position
        self.startTime = try unsafe Read.message(c.pointee.start_time)
        self.ready = unsafe c.pointee.ready != 0
        self.reasons = try unsafe Read.texts(c.pointee.n_reasons, c.pointee.reasons, "mandate.server.v1.GetServerResponse.reasons")
        self.outbox = try unsafe Read.message(c.pointee.outbox)
    }

    func write(to c: UnsafeMutablePointer<Mandate__Server__V1__GetServerResponse>, in arena: Arena) {
        unsafe c.pointee.name = arena.text(self.name)
        unsafe c.pointee.version = arena.text(self.version)
        unsafe c.pointee.epoch = arena.text(self.epoch)
        unsafe c.pointee.position = self.position
        if let value = self.startTime {
            unsafe c.pointee.start_time = arena.message(value)
        }
        unsafe c.pointee.ready = self.ready ? 1 : 0
        unsafe c.pointee.n_reasons = self.reasons.count
        unsafe c.pointee.reasons = arena.texts(self.reasons)
        if let value = self.outbox {
            unsafe c.pointee.outbox = arena.message(value)
        }
    }
}
