/// Paths that are there on one machine and not on the next.
enum MachinePath {
    /// Whether a path begins so somewhere in the line: not in the middle of a longer one, nor of an address.
    static func begins(in line: Substring, with path: String) -> Bool {
        line.ranges(of: path).contains { range in
            guard range.lowerBound > line.startIndex else { return true }
            let before = line[line.index(before: range.lowerBound)]
            return !(before.isLetter || before.isNumber || "._-/}$)*".contains(before))
        }
    }
}
