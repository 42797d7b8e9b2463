import AuditDomain
import Testing

@Suite("The tree against the RFC's own definitions")
struct TreeTests {
    private static let count = 300

    @Test func rootsOfAllSizes() throws {
        let log = MemoryLog(count: Self.count)
        var frontier = Frontier()
        for size in 0...Self.count {
            let root = NaiveTree.root(log.leaves.prefix(size))
            #expect(try log.tree(size).root() == root)
            #expect(frontier.root == root)
            #expect(Frontier(size: size, subtrees: frontier.subtrees) == frontier)
            if size < Self.count { frontier.append(log.leaves[size]) }
        }
    }

    @Test func inclusionOfAllLeavesInAllSizes() throws {
        let log = MemoryLog(count: Self.count)
        for size in 1...Self.count {
            let tree = log.tree(size)
            let head = try tree.head()
            // Every leaf of the small trees; of the larger the edges of every subtree and a spread between.
            for index in 0..<size where size <= 70 || index % 17 == 0 || (index & (index + 1)) == 0 || index > size - 4 {
                let proof = try tree.inclusion(of: index)
                try proof.verify(leaf: log.leaves[index], in: head)
                if size <= 70 { #expect(proof.path == NaiveTree.path(index, log.leaves.prefix(size))) }
            }
        }
    }

    @Test func consistencyOfAllPairs() throws {
        let log = MemoryLog(count: Self.count)
        let heads = try (0...Self.count).map { try log.tree($0).head() }
        for second in 1...Self.count {
            let tree = log.tree(second)
            for first in 1...second where second <= 70 || first % 13 == 0 || first.nonzeroBitCount == 1 || first > second - 4 {
                let proof = try tree.consistency(from: first)
                try proof.verify(from: heads[first], to: heads[second])
                if second <= 70 { #expect(proof.path == NaiveTree.subproof(first, log.leaves.prefix(second))) }
            }
        }
    }

    @Test func aFrontierNeedsOneHashForEachBit() {
        #expect(Frontier(size: 3, subtrees: [.empty]) == nil)
        #expect(Frontier(size: -1, subtrees: []) == nil)
        #expect(Frontier(size: 0, subtrees: []) == Frontier())
    }

    @Test func aHashHas32Bytes() {
        #expect(TreeHash([UInt8](repeating: 1, count: 31)) == nil)
        #expect(TreeHash([UInt8](repeating: 1, count: 33)) == nil)
        #expect(TreeHash([UInt8](repeating: 1, count: 32)) != nil)
    }
}
