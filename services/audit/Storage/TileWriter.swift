import AuditDomain
import SQL

/// Collects the subtrees that appending completes, then writes the last tile of each level they belong to.
struct TileWriter {
    private let log: Int64
    private let sizeBefore: Int
    /// By tile level: the new hashes, joined.
    private var grown: [[UInt8]] = []

    init(log: Int64, sizeBefore: Int) {
        self.log = log
        self.sizeBefore = sizeBefore
    }

    /// Tiles keep every eighth level; the levels between are hashed again when they are asked for.
    mutating func add(_ subtree: Subtree, _ hash: TreeHash) {
        guard subtree.level % Tile.height == 0 else { return }
        let level = subtree.level / Tile.height
        if grown.count == level { grown.append([]) }
        grown[level].append(contentsOf: hash.bytes)
    }

    func save(_ transaction: Transaction) throws {
        for (level, bytes) in grown.enumerated() where !bytes.isEmpty {
            try save(bytes, level: level, transaction)
        }
    }

    private func save(_ added: [UInt8], level: Int, _ transaction: Transaction) throws {
        let before = sizeBefore >> (level * Tile.height)
        var tile = before / Tile.hashesMax
        let kept = before % Tile.hashesMax * TreeHash.byteCount
        var bytes: [UInt8] = []
        if kept > 0 {
            bytes = try Tile.read(transaction, log: log, level: level, tile: tile) ?? []
            guard bytes.count == kept else {
                throw LogError(.damaged, "tile \(level)/\(tile) is not as long as the tree says: restore a backup")
            }
        }
        bytes += added
        let full = Tile.hashesMax * TreeHash.byteCount
        for start in stride(from: 0, to: bytes.count, by: full) {
            try transaction.run(
                """
                INSERT INTO tiles (log, level, tile, hashes) VALUES (?, ?, ?, ?)
                ON CONFLICT (log, level, tile) DO UPDATE SET hashes = excluded.hashes
                """,
                [
                    .integer(log), Value(level), Value(tile),
                    .blob(Array(bytes[start..<min(start + full, bytes.count)])),
                ])
            tile += 1
        }
    }
}
