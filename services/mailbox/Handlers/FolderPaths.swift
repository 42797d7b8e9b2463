internal import MailboxDomain
internal import MailboxStorage
internal import Messages
internal import RPC

// Folders in requests and answers (D27).

extension Field {
    /// One folder, in the form in which folders are compared.
    static func folder(_ text: String, _ field: @autoclosure () -> String) throws(Status) -> FolderPath {
        do {
            return try FolderPath(text)
        } catch {
            throw .folderPath(field(), error.why)
        }
    }

    /// Those of a grant. `prefix`: what stands before the lists' names in the request.
    static func folders(_ lists: FolderLists, _ prefix: String = "") throws(Status) -> [FolderGrant] {
        do {
            return try lists.grants()
        } catch {
            throw .folderPath("\(prefix)\(error.operation)_folders[\(error.index)]", error.why.why)
        }
    }
}

extension Status {
    static func folderPath(_ field: String, _ why: String) -> Status {
        Status(.invalidArgument, .folderPath, "\(field) is no folder's path: \(why)", metadata: ["field": field])
    }
}

extension FolderPathError {
    fileprivate var why: String {
        switch self {
        case .notFromTheTop: "it begins with /, as in /Inbox/Invoices"
        case .emptyPart: "between two / stands a name, and behind the last one too"
        case .relativePart: "no part of it is . or .."
        case .wildcard: "no part of it is *, which stands behind a folder of a grant for all below it"
        case .controlCharacter: "it has no control characters"
        case .tooLong: "it has at most \(FolderPath.bytesMax) bytes"
        }
    }
}

extension FolderGrants {
    /// By what is done in each, every list in order; nil for none. At most `max` of them are named.
    init?(_ folders: [FolderGrant], max: Int = .max) {
        if folders.isEmpty { return nil }
        self.init()
        for folder in folders.prefix(max) {
            let text = folder.pattern
            if folder.operations.contains(.read) { readFolders.append(text) }
            if folder.operations.contains(.write) { writeFolders.append(text) }
            if folder.operations.contains(.delete) { deleteFolders.append(text) }
        }
    }
}
