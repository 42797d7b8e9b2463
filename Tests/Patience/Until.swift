/// Far longer than all tests together take on any machine: reached only by what never comes.
package let patience = Duration.seconds(3600)

/// Lets other tasks and threads run until it is so. The time is a watchdog's: no test depends on it.
package func until(_ condition: () -> Bool, file: StaticString = #fileID, line: UInt = #line) async {
    let end = ContinuousClock.now + patience
    while !condition() {
        precondition(ContinuousClock.now < end, "it never came true", file: file, line: line)
        await Task.yield()
    }
}
