import AuditDomain
import SQL

/// How subtrees lie in tiles: a tile of level t holds the hashes of 256 neighbouring subtrees of level 8t.
enum Tile {
    static let hashesMax = 256
    /// Levels of the tree to a level of tiles.
    static let height = 8

    /// Nil unless the bytes are whole hashes.
    static func hashes(_ bytes: [UInt8]) -> [TreeHash]? {
        guard bytes.count % TreeHash.byteCount == 0 else { return nil }
        return stride(from: 0, to: bytes.count, by: TreeHash.byteCount).compactMap {
            TreeHash(bytes[$0..<$0 + TreeHash.byteCount])
        }
    }

    static func read(_ connection: any Connection, log: Int64, level: Int, tile: Int) throws -> [UInt8]? {
        try connection.first(
            "SELECT hashes FROM tiles WHERE log = ? AND level = ? AND tile = ?",
            [.integer(log), Value(level), Value(tile)]
        ) { $0.blob(0) }
    }
}
