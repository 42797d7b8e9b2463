/// What somebody does with a folder (rule D27).
package enum FolderOperation: UInt8, Hashable, Sendable, CaseIterable { case read, write, delete }

/// A set of those. Independent of one another.
package struct FolderOperations: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }
    package init(_ operation: FolderOperation) { self.init(rawValue: 1 << operation.rawValue) }

    package static let read = FolderOperations(.read)
    package static let write = FolderOperations(.write)
    package static let delete = FolderOperations(.delete)

    package static let all: FolderOperations = [.read, .write, .delete]
}

/// One of the folders that a delegation is limited to (rule D27).
package struct FolderGrant: Hashable, Sendable {
    package var path: FolderPath
    /// With all that is below it.
    package var subtree: Bool
    package var operations: FolderOperations

    package init(path: FolderPath, subtree: Bool = true, operations: FolderOperations = .read) {
        self.path = path
        self.subtree = subtree
        self.operations = operations
    }

    /// Whether it gives this: everything that it gives of a folder, or of one that it is above of.
    func covers(_ folder: FolderPath, _ operation: FolderOperation) -> Bool {
        operations.contains(FolderOperations(operation)) && (path == folder || (subtree && path.isAbove(folder)))
    }
}

extension [FolderGrant] {
    /// In the order that they are kept in: by path, a folder alone before its subtree.
    package var inOrder: [FolderGrant] { sorted { ($0.path, $0.subtree ? 1 : 0) < ($1.path, $1.subtree ? 1 : 0) } }

    /// Whether one of them gives this. The mailbox as a whole (nil) is the top with all that is below it.
    func cover(_ folder: FolderPath?, _ operation: FolderOperation) -> Bool {
        contains { grant in
            if let folder { return grant.covers(folder, operation) }
            return grant.path == .top && grant.subtree && grant.operations.contains(FolderOperations(operation))
        }
    }
}
