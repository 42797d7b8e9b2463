package import MailboxDomain

/// The folders of a delegation as messages have them: three lists of patterns, one for what can be done in each (D27).
///
/// One column keeps them and not a table: they are read and written with their delegation, all of them or none, and nobody
/// looks for a delegation by a folder. A line for each folder, the sum of 1 read, 2 write and 4 delete before it: a path has no
/// control character, so none has the line break that stands between two.
package struct FolderLists: Hashable, Sendable {
    package var read: [String]
    package var write: [String]
    package var delete: [String]

    package init(read: [String] = [], write: [String] = [], delete: [String] = []) {
        (self.read, self.write, self.delete) = (read, write, delete)
    }

    /// In the order in which they are kept: by the bytes of what is written.
    package init(_ grants: [FolderGrant]) {
        self.init()
        if grants.isEmpty { return }
        fill(grants.map { ($0.pattern, $0.operations) })
    }

    /// Each folder once, with all that can be done in it.
    package func grants() throws(BrokenFolder) -> [FolderGrant] {
        if read.isEmpty && write.isEmpty && delete.isEmpty { return [] }
        var found: [FolderGrant: FolderOperations] = [:]
        for (operation, patterns) in lists {
            for (index, pattern) in patterns.enumerated() {
                do throws(FolderPathError) {
                    found[try FolderGrant(pattern, []), default: []].insert(FolderOperations(operation))
                } catch {
                    throw BrokenFolder(operation: operation, index: index, why: error)
                }
            }
        }
        return found.map { FolderGrant(path: $0.path, subtree: $0.subtree, operations: $1) }.inOrder
    }

    private var lists: [(FolderOperation, [String])] { [(.read, read), (.write, write), (.delete, delete)] }

    private mutating func fill(_ rows: [(pattern: String, operations: FolderOperations)]) {
        let inOrder = rows.sorted { $0.pattern.utf8.lexicographicallyPrecedes($1.pattern.utf8) }
        read = inOrder.filter { $0.operations.contains(.read) }.map(\.pattern)
        write = inOrder.filter { $0.operations.contains(.write) }.map(\.pattern)
        delete = inOrder.filter { $0.operations.contains(.delete) }.map(\.pattern)
    }
}

/// Which of them is none, and why.
package struct BrokenFolder: Error, Hashable, Sendable {
    package let operation: FolderOperation
    package let index: Int
    package let why: FolderPathError
}

// As stored.
extension FolderLists {
    /// What is no line of ours stands as a folder that is none: left out, it would limit nothing.
    init(stored text: String) {
        self.init()
        fill(
            text.split(separator: "\n").map { line in
                let sum = FolderOperations(rawValue: line.utf8.first.map { $0 &- UInt8(ascii: "0") } ?? 0)
                let isOurs = !sum.isEmpty && sum.isSubset(of: .all)
                return isOurs ? (String(line.dropFirst()), sum) : ("?" + line, .all)
            })
    }

    var stored: String {
        if read.isEmpty && write.isEmpty && delete.isEmpty { return "" }
        var sums: [String: FolderOperations] = [:]
        for (operation, patterns) in lists {
            for pattern in patterns { sums[pattern, default: []].insert(FolderOperations(operation)) }
        }
        return sums.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
            .map { "\($0.value.rawValue)\($0.key)" }.joined(separator: "\n")
    }
}
