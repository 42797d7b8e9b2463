// Generated from mandate/server/v1/server.proto by proto/generate. Do not edit.

import CMessages

/// Asks for a backup.
package struct BackupServerRequest: Message {
    /// A file name without folders; it goes to the server's backup folder.
    package var name: String = ""

    package init() {}

    package init(
        name: String = ""
    ) {
        self.name = name
    }

    package static var name: String { "mandate.server.v1.BackupServerRequest" }

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

extension BackupServerRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Server__V1__BackupServerRequest>) {
        unsafe mandate__server__v1__backup_server_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Server__V1__BackupServerRequest>) throws(MessageError) {
        self.name = try unsafe Read.text(c.pointee.name, "mandate.server.v1.BackupServerRequest.name")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Server__V1__BackupServerRequest>, in arena: Arena) {
        unsafe c.pointee.name = arena.text(self.name)
    }
}

extension BackupServerRequest {
    package func check(_ violations: inout Violations) {
        if self.name.isEmpty {
            violations.addMissing("name")
        } else {
            if !Patterns.pattern(self.name) {
                violations.add("name", .invalidField, "string.pattern: as in ^[0-9A-Za-z_-][0-9A-Za-z._-]{0,99}$")
            }
        }
    }
}
