import AuditDomain

/// RFC 6962, section 2.1, word for word over lists: slow, and hard to get wrong.
enum NaiveTree {
    static func root(_ leaves: ArraySlice<TreeHash>) -> TreeHash {
        switch leaves.count {
        case 0: .empty
        case 1: leaves[leaves.startIndex]
        case let count: .node(root(leaves.prefix(half(count))), root(leaves.dropFirst(half(count))))
        }
    }

    static func path(_ m: Int, _ leaves: ArraySlice<TreeHash>) -> [TreeHash] {
        guard leaves.count > 1 else { return [] }
        let k = half(leaves.count)
        return m < k
            ? path(m, leaves.prefix(k)) + [root(leaves.dropFirst(k))]
            : path(m - k, leaves.dropFirst(k)) + [root(leaves.prefix(k))]
    }

    static func subproof(_ m: Int, _ leaves: ArraySlice<TreeHash>, _ whole: Bool = true) -> [TreeHash] {
        if m == leaves.count { return whole ? [] : [root(leaves)] }
        let k = half(leaves.count)
        return m <= k
            ? subproof(m, leaves.prefix(k), whole) + [root(leaves.dropFirst(k))]
            : subproof(m - k, leaves.dropFirst(k), false) + [root(leaves.prefix(k))]
    }

    private static func half(_ count: Int) -> Int {
        var k = 1
        while k * 2 < count { k *= 2 }
        return k
    }
}

/// A log in memory: the subtrees that a frontier completes, kept in a dictionary.
struct MemoryLog {
    private(set) var frontier = Frontier()
    private(set) var leaves: [TreeHash] = []
    private var subtrees: [Subtree: TreeHash] = [:]

    init(count: Int) {
        for index in 0..<count { append("event \(index)") }
    }

    init(leaves: [[UInt8]]) {
        for leaf in leaves { append(.leaf(leaf)) }
    }

    mutating func append(_ text: String) {
        append(.leaf(text.utf8))
    }

    mutating func append(_ leaf: TreeHash) {
        leaves.append(leaf)
        var completed: [Subtree: TreeHash] = [:]
        frontier.append(leaf) { completed[$0] = $1 }
        subtrees.merge(completed) { _, new in new }
    }

    struct Missing: Error {
        var subtree: Subtree
    }

    func tree(_ size: Int) -> Tree<Missing> {
        Tree(size: size) { [subtrees] (subtree: Subtree) throws(Missing) in
            guard let hash = subtrees[subtree] else { throw Missing(subtree: subtree) }
            return hash
        }
    }
}
