import Testing

/// Where a rule is broken, and which.
struct Violation: CustomStringConvertible, Equatable {
    let path: String
    /// From 1; 0 when it is about the whole file.
    let line: Int
    let rule: String

    init(_ path: String, _ rule: String) { self.init(path, 0, rule) }

    init(_ path: String, _ line: Int, _ rule: String) {
        self.path = path
        self.line = line
        self.rule = rule
    }

    var description: String { line == 0 ? "\(path): \(rule)" : "\(path):\(line): \(rule)" }
}

/// Records every violation as an issue of its own, so that one run names them all.
func expectNone(_ violations: [Violation], sourceLocation: SourceLocation = #_sourceLocation) {
    for violation in violations { Issue.record("\(violation)", sourceLocation: sourceLocation) }
}
