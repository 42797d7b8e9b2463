internal import Messages

/// A delegation's three lists of folders as one column keeps them (D27): each folder once, by its bytes, with what can be done
/// in it.
///
/// One text and not a table: they are read and written with their delegation, all of them or none, and nobody looks for a
/// delegation by a folder. A path has no control character, so none has the line break that stands between two.
struct FolderLists {
    /// Folder and sum of what can be done, in order.
    private(set) var rows: [(folder: String, operations: UInt8)] = []

    private static let read: UInt8 = 1
    private static let write: UInt8 = 2
    private static let delete: UInt8 = 4
    private static let all = read | write | delete

    init(_ delegation: Messages.Delegation) {
        if delegation.readFolders.isEmpty && delegation.writeFolders.isEmpty && delegation.deleteFolders.isEmpty { return }
        var sums: [String: UInt8] = [:]
        for folder in delegation.readFolders { sums[folder, default: 0] |= Self.read }
        for folder in delegation.writeFolders { sums[folder, default: 0] |= Self.write }
        for folder in delegation.deleteFolders { sums[folder, default: 0] |= Self.delete }
        rows = sums.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map { ($0.key, $0.value) }
    }

    /// As stored. What is no line of ours stands as a folder that is none: left out, it would limit nothing.
    init(_ text: String) {
        for line in text.split(separator: "\n") {
            let sum = line.utf8.first.map { $0 &- UInt8(ascii: "0") } ?? 0
            let isOurs = (Self.read...Self.all).contains(sum)
            rows.append(isOurs ? (String(line.dropFirst()), sum) : (String(line), Self.all))
        }
    }

    var text: String {
        if rows.isEmpty { return "" }
        return rows.map { "\($0.operations)\($0.folder)" }.joined(separator: "\n")
    }

    func fill(_ delegation: inout Messages.Delegation) {
        delegation.readFolders = folders(for: Self.read)
        delegation.writeFolders = folders(for: Self.write)
        delegation.deleteFolders = folders(for: Self.delete)
    }

    private func folders(for operation: UInt8) -> [String] {
        rows.filter { $0.operations & operation != 0 }.map(\.folder)
    }
}
