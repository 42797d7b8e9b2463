import AuditDomain
import SQL

/// The complete subtrees of one log, from its tiles. Lives within one read: each tile is fetched once.
final class TileReader {
    private struct Key: Hashable {
        var level: Int
        var tile: Int
    }

    private let connection: any Connection
    private let log: Int64
    private var tiles: [Key: [TreeHash]] = [:]

    init(_ connection: any Connection, log: Int64) {
        self.connection = connection
        self.log = log
    }

    func tree(_ size: Int) -> Tree<any Error> {
        Tree(size: size) { (subtree: Subtree) throws in try self.hash(of: subtree) }
    }

    private func hash(of subtree: Subtree) throws -> TreeHash {
        let level = subtree.level / Tile.height
        let width = 1 << (subtree.level % Tile.height)
        let first = subtree.index * width
        let hashes = try tile(level, first / Tile.hashesMax)
        let start = first % Tile.hashesMax
        guard start + width <= hashes.count else {
            throw LogError(.damaged, "tile \(level)/\(first / Tile.hashesMax) is too short: restore a backup")
        }
        // At most 128 hashes, for a subtree of half a tile.
        var row = Array(hashes[start..<start + width])
        while row.count > 1 {
            row = stride(from: 0, to: row.count, by: 2).map { .node(row[$0], row[$0 + 1]) }
        }
        return row[0]
    }

    private func tile(_ level: Int, _ tile: Int) throws -> [TreeHash] {
        let key = Key(level: level, tile: tile)
        if let known = tiles[key] { return known }
        guard let bytes = try Tile.read(connection, log: log, level: level, tile: tile),
            let hashes = Tile.hashes(bytes)
        else {
            throw LogError(.damaged, "tile \(level)/\(tile) is missing: restore a backup")
        }
        tiles[key] = hashes
        return hashes
    }
}
