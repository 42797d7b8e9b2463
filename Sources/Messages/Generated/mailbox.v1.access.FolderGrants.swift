// Generated from mandate/mailbox/v1/access.proto by proto/generate. Do not edit.

import CMessages

/// What is allowed in folders (rule D27). A folder is its path, as in /Inbox/Invoices: parts with / between them, in Unicode's
/// form NFC (other forms are brought into it), compared with case; at most 512 bytes, no empty part, no . or .. and no control
/// character. With /* behind it, as in /Inbox/*, it is the folder with all below it; /* alone is all folders there are.
package struct FolderGrants: Message {
    /// Which can be read and searched.
    package var readFolders: [String] = []
    /// In which messages can be put, and changed how they are marked.
    package var writeFolders: [String] = []
    /// In which messages can be deleted.
    package var deleteFolders: [String] = []

    package init() {}

    package init(
        readFolders: [String] = [],
        writeFolders: [String] = [],
        deleteFolders: [String] = []
    ) {
        self.readFolders = readFolders
        self.writeFolders = writeFolders
        self.deleteFolders = deleteFolders
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
        self.readFolders = try unsafe Read.texts(c.pointee.n_read_folders, c.pointee.read_folders, "mandate.mailbox.v1.FolderGrants.read_folders")
        self.writeFolders = try unsafe Read.texts(c.pointee.n_write_folders, c.pointee.write_folders, "mandate.mailbox.v1.FolderGrants.write_folders")
        self.deleteFolders = try unsafe Read.texts(c.pointee.n_delete_folders, c.pointee.delete_folders, "mandate.mailbox.v1.FolderGrants.delete_folders")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Mailbox__V1__FolderGrants>, in arena: Arena) {
        unsafe c.pointee.n_read_folders = self.readFolders.count
        unsafe c.pointee.read_folders = arena.texts(self.readFolders)
        unsafe c.pointee.n_write_folders = self.writeFolders.count
        unsafe c.pointee.write_folders = arena.texts(self.writeFolders)
        unsafe c.pointee.n_delete_folders = self.deleteFolders.count
        unsafe c.pointee.delete_folders = arena.texts(self.deleteFolders)
    }
}

extension FolderGrants {
    package func check(_ violations: inout Violations) {
        if self.readFolders.count > 100 {
            violations.add("read_folders", .tooLong, "repeated.max_items: at most 100 elements")
        }
        for index in self.readFolders.indices where !violations.isFull {
            let start = violations.count
            let value = self.readFolders[index]
            if value.utf8.count < 1 {
                violations.add("", .missingField, "string.min_bytes: at least 1 byte")
            }
            if value.utf8.count > 514 {
                violations.add("", .tooLong, "string.max_bytes: at most 514 bytes")
            }
            violations.place(from: start, in: "read_folders", index)
        }
        if self.writeFolders.count > 100 {
            violations.add("write_folders", .tooLong, "repeated.max_items: at most 100 elements")
        }
        for index in self.writeFolders.indices where !violations.isFull {
            let start = violations.count
            let value = self.writeFolders[index]
            if value.utf8.count < 1 {
                violations.add("", .missingField, "string.min_bytes: at least 1 byte")
            }
            if value.utf8.count > 514 {
                violations.add("", .tooLong, "string.max_bytes: at most 514 bytes")
            }
            violations.place(from: start, in: "write_folders", index)
        }
        if self.deleteFolders.count > 100 {
            violations.add("delete_folders", .tooLong, "repeated.max_items: at most 100 elements")
        }
        for index in self.deleteFolders.indices where !violations.isFull {
            let start = violations.count
            let value = self.deleteFolders[index]
            if value.utf8.count < 1 {
                violations.add("", .missingField, "string.min_bytes: at least 1 byte")
            }
            if value.utf8.count > 514 {
                violations.add("", .tooLong, "string.max_bytes: at most 514 bytes")
            }
            violations.place(from: start, in: "delete_folders", index)
        }
    }
}
