import Testing

/// Lets other tasks and threads run until it is so. The time is a watchdog's: no test depends on it.
func until(_ condition: () -> Bool, sourceLocation: SourceLocation = #_sourceLocation) async {
    let end = ContinuousClock.now + .seconds(30)
    while !condition() {
        if ContinuousClock.now > end {
            Issue.record("never came true", sourceLocation: sourceLocation)
            return
        }
        await Task.yield()
    }
}
