import Testing

/// Lets other tasks and threads run until it is so.
func until(_ condition: () -> Bool, _ comment: Comment = "", sourceLocation: SourceLocation = #_sourceLocation) async {
    for _ in 0..<200_000 {
        if condition() { return }
        await Task.yield()
    }
    Issue.record("never came true \(comment)", sourceLocation: sourceLocation)
}
