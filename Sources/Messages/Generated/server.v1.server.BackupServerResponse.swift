// Generated from mandate/server/v1/server.proto by proto/generate. Do not edit.

import CMessages

/// A backup that was written.
package struct BackupServerResponse: Message {
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

    package static var name: String { "mandate.server.v1.BackupServerResponse" }

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

extension BackupServerResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Server__V1__BackupServerResponse>) {
        unsafe mandate__server__v1__backup_server_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Server__V1__BackupServerResponse>) throws(MessageError) {
        self.name = try unsafe Read.text(c.pointee.name, "mandate.server.v1.BackupServerResponse.name")
        self.bytes = unsafe c.pointee.bytes
        self.position = unsafe c.pointee.position
    }

    func write(to c: UnsafeMutablePointer<Mandate__Server__V1__BackupServerResponse>, in arena: Arena) {
        unsafe c.pointee.name = arena.text(self.name)
        unsafe c.pointee.bytes = self.bytes
        unsafe c.pointee.position = self.position
    }
}
