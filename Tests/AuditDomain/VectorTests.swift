import AuditDomain
import Testing

@Suite("The published vectors")
struct VectorTests {
    let vectors: Vectors

    init() throws {
        vectors = try Vectors.load()
    }

    @Test func hashesOfLeaves() throws {
        for (data, hash) in zip(vectors.leaf_data_hex, vectors.leaf_hash) {
            #expect(TreeHash.leaf(try vectors.bytes(data)).description == hash)
        }
    }

    @Test func interiorNodes() throws {
        let tree = try vectors.log.tree(8)
        for (name, hash) in vectors.interior {
            let bounds = name.compactMap(\.wholeNumberValue)
            let log = try vectors.log
            #expect(NaiveTree.root(log.leaves[bounds[0]...bounds[1]]).description == hash)
        }
        #expect(try tree.root() == vectors.head(8).root)
    }

    @Test func rootOfEverySize() throws {
        var frontier = Frontier()
        for (size, leaf) in try vectors.log.leaves.enumerated() {
            #expect(frontier.head == (try vectors.head(size)))
            #expect(try vectors.log.tree(size).head() == vectors.head(size))
            frontier.append(leaf)
        }
        #expect(frontier.head == (try vectors.head(8)))
    }

    @Test func inclusion() throws {
        let log = try vectors.log
        for vector in vectors.inclusion {
            let proof = try log.tree(vector.tree_size).inclusion(of: vector.leaf_index)
            #expect(proof.path.map(\.description) == vector.proof)
            try proof.verify(leaf: log.leaves[vector.leaf_index], in: vectors.head(vector.tree_size))
        }
    }

    @Test func consistency() throws {
        let log = try vectors.log
        for vector in vectors.consistency {
            let proof = try log.tree(vector.size2).consistency(from: vector.size1)
            #expect(proof.path.map(\.description) == vector.proof)
            try proof.verify(from: vectors.head(vector.size1), to: vectors.head(vector.size2))
        }
    }
}
