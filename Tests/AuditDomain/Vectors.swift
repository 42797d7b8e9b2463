import AuditDomain
import Foundation

/// The reference set of RFC 6962 as published by transparency-dev/merkle; the file names its source.
struct Vectors: Decodable {
    struct Inclusion: Decodable {
        var leaf_index: Int
        var tree_size: Int
        var proof: [String]
    }

    struct Consistency: Decodable {
        var size1: Int
        var size2: Int
        var proof: [String]
    }

    var leaf_data_hex: [String]
    var leaf_hash: [String]
    var interior: [String: String]
    var root_by_size: [String: String]
    var inclusion: [Inclusion]
    var consistency: [Consistency]

    static func load() throws -> Vectors {
        guard let url = Bundle.module.url(forResource: "merkle_vectors", withExtension: "json") else {
            throw CocoaError(.fileNoSuchFile)
        }
        return try JSONDecoder().decode(Vectors.self, from: Data(contentsOf: url))
    }

    var log: MemoryLog {
        get throws { MemoryLog(leaves: try leaf_data_hex.map(bytes)) }
    }

    func head(_ size: Int) throws -> LogHead {
        LogHead(size: size, root: try hash(root_by_size["\(size)"] ?? ""))
    }

    func hash(_ hex: String) throws -> TreeHash {
        guard let hash = TreeHash(try bytes(hex)) else { throw CocoaError(.coderInvalidValue) }
        return hash
    }

    func bytes(_ hex: String) throws -> [UInt8] {
        let digits = hex.compactMap(\.hexDigitValue).map(UInt8.init)
        guard digits.count == hex.count, digits.count % 2 == 0 else { throw CocoaError(.coderInvalidValue) }
        return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }
}
