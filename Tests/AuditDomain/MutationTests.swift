import AuditDomain
import Testing

/// Every mutation named in AUDIT.md, on every proof of trees up to 40 leaves.
@Suite("Mutated proofs are refused")
struct MutationTests {
    private static let sizes = 1...40

    @Test func inclusion() throws {
        let log = MemoryLog(count: 41)
        for size in Self.sizes {
            let tree = log.tree(size)
            let head = try tree.head()
            for index in 0..<size {
                let proof = try tree.inclusion(of: index)
                let leaf = log.leaves[index]
                try proof.verify(leaf: leaf, in: head)

                for wrong in [index - 1, index + 1, -1, size, Int.max] {
                    refused(InclusionProof(index: wrong, path: proof.path), leaf, head)
                }
                for wrong in [size * 2, size / 2, 0, -size] where wrong != size {
                    refused(proof, leaf, LogHead(size: wrong, root: head.root))
                }
                for path in mutations(of: proof.path, with: head.root) {
                    refused(InclusionProof(index: index, path: path), leaf, head)
                }
                refused(proof, leaf, LogHead(size: size, root: .empty))
                refused(proof, leaf, LogHead(size: size, root: flipped(head.root)))
                refused(proof, flipped(leaf), head)
                if size > 1 { refused(proof, head.root, head) }
            }
        }
    }

    @Test func consistency() throws {
        let log = MemoryLog(count: 41)
        let heads = try (0...41).map { try log.tree($0).head() }
        for size in Self.sizes {
            for first in 1...size {
                let proof = try log.tree(size).consistency(from: first)
                let (smaller, larger) = (heads[first], heads[size])
                try proof.verify(from: smaller, to: larger)

                for wrong in [first - 1, first + 1, first * 2, first / 2] where wrong != first && wrong != size {
                    refused(proof, LogHead(size: wrong, root: smaller.root), larger)
                }
                for wrong in [size * 2, size / 2] where wrong != first {
                    refused(proof, smaller, LogHead(size: wrong, root: larger.root))
                }
                for path in mutations(of: proof.path, with: larger.root) {
                    refused(ConsistencyProof(path: path), smaller, larger)
                }
                refused(proof, LogHead(size: first, root: flipped(smaller.root)), larger)
                refused(proof, smaller, LogHead(size: size, root: flipped(larger.root)))
                if first != size {
                    refused(proof, LogHead(size: first, root: larger.root), LogHead(size: size, root: smaller.root))
                    refused(proof, larger, smaller)
                }
            }
        }
    }

    @Test func consistencyFromAnEmptyTreeIsRefused() throws {
        let head = try MemoryLog(count: 8).tree(8).head()
        #expect(throws: ProofError.self) { try ConsistencyProof(path: []).verify(from: .empty, to: head) }
        #expect(throws: ProofError.self) { try ConsistencyProof(path: []).verify(from: .empty, to: .empty) }
        #expect(throws: ProofError.self) { try ConsistencyProof(path: [head.root]).verify(from: .empty, to: head) }
    }

    @Test func aShrunkTreeIsNamed() throws {
        let log = MemoryLog(count: 8)
        let (six, eight) = (try log.tree(6).head(), try log.tree(8).head())
        let proof = try log.tree(8).consistency(from: 6)
        do throws(ProofError) {
            try proof.verify(from: eight, to: six)
            Issue.record("a shrunk tree was accepted")
        } catch {
            #expect(error.code == .treeShrank)
        }
    }

    /// A hash added at either end, removed at either end, all cut, one bit flipped in each.
    private func mutations(of path: [TreeHash], with extra: TreeHash) -> [[TreeHash]] {
        var mutated = [path + [extra], [extra] + path, path + [.empty]]
        if !path.isEmpty {
            mutated.append(Array(path.dropLast()))
            mutated.append(Array(path.dropFirst()))
            mutated.append([])
        }
        for position in path.indices {
            var copy = path
            copy[position] = flipped(copy[position])
            mutated.append(copy)
        }
        return mutated
    }

    private func flipped(_ hash: TreeHash) -> TreeHash {
        var bytes = hash.bytes
        bytes[7] ^= 0x10
        return TreeHash(bytes) ?? hash
    }

    private func refused(
        _ proof: InclusionProof, _ leaf: TreeHash, _ head: LogHead, at location: SourceLocation = #_sourceLocation
    ) {
        #expect(throws: ProofError.self, sourceLocation: location) { try proof.verify(leaf: leaf, in: head) }
    }

    private func refused(
        _ proof: ConsistencyProof, _ first: LogHead, _ second: LogHead, at location: SourceLocation = #_sourceLocation
    ) {
        #expect(throws: ProofError.self, sourceLocation: location) { try proof.verify(from: first, to: second) }
    }
}
