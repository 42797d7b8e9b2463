// A folder of a grant as it is written: `/Inbox/Invoices` is that folder, `/Inbox/*` it with all below it, `/*` all folders
// there are (rule D27). So no part of a path is a `*`.

extension FolderGrant {
    private static let below = "/*"

    /// Throws for one that is written in no such way. `/` alone is none: who writes it means `/*`.
    package init(_ pattern: String, _ operations: FolderOperations) throws(FolderPathError) {
        if pattern == Self.below {
            self.init(path: .top, subtree: true, operations: operations)
            return
        }
        let isSubtree = pattern.utf8.count > Self.below.utf8.count && pattern.utf8.reversed().starts(with: "*/".utf8)
        let path = try FolderPath(isSubtree ? String(pattern.unicodeScalars.dropLast(2)) : pattern)
        if path == .top { throw .emptyPart }
        self.init(path: path, subtree: isSubtree, operations: operations)
    }

    /// As it is written.
    package var pattern: String {
        if !subtree { return path.text }
        return path == .top ? Self.below : path.text + Self.below
    }
}
