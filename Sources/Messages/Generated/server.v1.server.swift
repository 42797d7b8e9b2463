// Generated from mandate/server/v1/server.proto by proto/generate. Do not edit.

import CMessages

/// Asks for the server's state.
package struct GetServerRequest: Message {
    package init() {}

    package static var name: String { "mandate.server.v1.GetServerRequest" }

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

extension GetServerRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Server__V1__GetServerRequest>) {
        unsafe mandate__server__v1__get_server_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Server__V1__GetServerRequest>) throws(MessageError) {
    }

    func write(to c: UnsafeMutablePointer<Mandate__Server__V1__GetServerRequest>, in arena: Arena) {
    }
}

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
    package var startedAt: Timestamp? = nil
    /// True when the server answers calls.
    package var ready: Bool = false
    /// Why it is not ready.
    package var reasons: [String] = []

    package init() {}

    package init(
        name: String = "",
        version: String = "",
        epoch: String = "",
        position: Int64 = 0,
        startedAt: Timestamp? = nil,
        ready: Bool = false,
        reasons: [String] = []
    ) {
        self.name = name
        self.version = version
        self.epoch = epoch
        self.position = position
        self.startedAt = startedAt
        self.ready = ready
        self.reasons = reasons
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
        self.startedAt = try unsafe Read.message(c.pointee.started_at)
        self.ready = unsafe c.pointee.ready != 0
        self.reasons = try unsafe Read.texts(c.pointee.n_reasons, c.pointee.reasons, "mandate.server.v1.GetServerResponse.reasons")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Server__V1__GetServerResponse>, in arena: Arena) {
        unsafe c.pointee.name = arena.text(self.name)
        unsafe c.pointee.version = arena.text(self.version)
        unsafe c.pointee.epoch = arena.text(self.epoch)
        unsafe c.pointee.position = self.position
        if let value = self.startedAt {
            unsafe c.pointee.started_at = arena.message(value)
        }
        unsafe c.pointee.ready = self.ready ? 1 : 0
        unsafe c.pointee.n_reasons = self.reasons.count
        unsafe c.pointee.reasons = arena.texts(self.reasons)
    }
}

/// Asks for a backup.
package struct BackupRequest: Message {
    /// A file name without folders; it goes to the server's backup folder.
    package var name: String = ""

    package init() {}

    package init(
        name: String = ""
    ) {
        self.name = name
    }

    package static var name: String { "mandate.server.v1.BackupRequest" }

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

extension BackupRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Server__V1__BackupRequest>) {
        unsafe mandate__server__v1__backup_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Server__V1__BackupRequest>) throws(MessageError) {
        self.name = try unsafe Read.text(c.pointee.name, "mandate.server.v1.BackupRequest.name")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Server__V1__BackupRequest>, in arena: Arena) {
        unsafe c.pointee.name = arena.text(self.name)
    }
}

/// A backup that was written.
package struct BackupResponse: Message {
    /// The file name.
    package var name: String = ""
    /// Its size.
    package var bytes: Int64 = 0
    /// The position it holds.
    package var position: Int64 = 0

    package init() {}

    package init(
        name: String = "",
        bytes: Int64 = 0,
        position: Int64 = 0
    ) {
        self.name = name
        self.bytes = bytes
        self.position = position
    }

    package static var name: String { "mandate.server.v1.BackupResponse" }

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

extension BackupResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Server__V1__BackupResponse>) {
        unsafe mandate__server__v1__backup_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Server__V1__BackupResponse>) throws(MessageError) {
        self.name = try unsafe Read.text(c.pointee.name, "mandate.server.v1.BackupResponse.name")
        self.bytes = unsafe c.pointee.bytes
        self.position = unsafe c.pointee.position
    }

    func write(to c: UnsafeMutablePointer<Mandate__Server__V1__BackupResponse>, in arena: Arena) {
        unsafe c.pointee.name = arena.text(self.name)
        unsafe c.pointee.bytes = self.bytes
        unsafe c.pointee.position = self.position
    }
}
