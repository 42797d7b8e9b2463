// Generated from mandate/mailbox/v1/access.proto by proto/generate. Do not edit.

import CMessages

/// What is allowed in folders (rule D27). A folder is its path, as in /Inbox/Invoices: parts with / between them, in Unicode's
/// form NFC (other forms are brought into it), compared with case; at most 512 bytes, no empty part, no . or .. and no control
/// character. With /* behind it, as in /Inbox/*, it is the folder with all below it; /* alone is all folders there are.
package struct FolderGrants: Message {
    /// Which can be read and searched.
    package var read: [String] = []
    /// In which messages can be put, and changed how they are marked.
    package var write: [String] = []
    /// In which messages can be deleted.
    package var delete: [String] = []

    package init() {}

    package init(
        read: [String] = [],
        write: [String] = [],
        delete: [String] = []
    ) {
        self.read = read
        self.write = write
        self.delete = delete
    }

    package static var name: String { "mandate.mailbox.v1.FolderGrants" }

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

extension FolderGrants: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Mailbox__V1__FolderGrants>) {
        unsafe mandate__mailbox__v1__folder_grants__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Mailbox__V1__FolderGrants>) throws(MessageError) {
        self.read = try unsafe Read.texts(c.pointee.n_read, c.pointee.read, "mandate.mailbox.v1.FolderGrants.read")
        self.write = try unsafe Read.texts(c.pointee.n_write, c.pointee.write, "mandate.mailbox.v1.FolderGrants.write")
        self.delete = try unsafe Read.texts(c.pointee.n_delete_, c.pointee.delete_, "mandate.mailbox.v1.FolderGrants.delete")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Mailbox__V1__FolderGrants>, in arena: Arena) {
        unsafe c.pointee.n_read = self.read.count
        unsafe c.pointee.read = arena.texts(self.read)
        unsafe c.pointee.n_write = self.write.count
        unsafe c.pointee.write = arena.texts(self.write)
        unsafe c.pointee.n_delete_ = self.delete.count
        unsafe c.pointee.delete_ = arena.texts(self.delete)
    }
}

extension FolderGrants {
    package func check(_ violations: inout Violations) {
        if self.read.count > 100 {
            violations.add("read", .tooLong, "repeated.max_items: at most 100 elements")
        }
        for index in self.read.indices where !violations.isFull {
            let start = violations.count
            let value = self.read[index]
            if value.utf8.count < 1 {
                violations.add("", .missingField, "string.min_bytes: at least 1 byte")
            }
            if value.utf8.count > 514 {
                violations.add("", .tooLong, "string.max_bytes: at most 514 bytes")
            }
            violations.place(from: start, in: "read", index)
        }
        if self.write.count > 100 {
            violations.add("write", .tooLong, "repeated.max_items: at most 100 elements")
        }
        for index in self.write.indices where !violations.isFull {
            let start = violations.count
            let value = self.write[index]
            if value.utf8.count < 1 {
                violations.add("", .missingField, "string.min_bytes: at least 1 byte")
            }
            if value.utf8.count > 514 {
                violations.add("", .tooLong, "string.max_bytes: at most 514 bytes")
            }
            violations.place(from: start, in: "write", index)
        }
        if self.delete.count > 100 {
            violations.add("delete", .tooLong, "repeated.max_items: at most 100 elements")
        }
        for index in self.delete.indices where !violations.isFull {
            let start = violations.count
            let value = self.delete[index]
            if value.utf8.count < 1 {
                violations.add("", .missingField, "string.min_bytes: at least 1 byte")
            }
            if value.utf8.count > 514 {
                violations.add("", .tooLong, "string.max_bytes: at most 514 bytes")
            }
            violations.place(from: start, in: "delete", index)
        }
    }
}
