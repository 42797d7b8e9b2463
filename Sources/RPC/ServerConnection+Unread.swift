internal import NIOCore

/// What is said to a client that does not read. Small answers are not looked at: of the calls that run above the high
/// water, at most 2 MiB.
///
/// 1. A long answer is counted from when it is said until less than the high water waits, or the connection is over.
/// 2. To a client that reads it is said whatever else is held.
extension ServerConnection {
    func hasRoom(forAnswer byteCount: Int) -> Bool {
        byteCount <= Holding.smallBytes || hasRoom || proto.held.hasRoom(for: byteCount, of: byteCount)
    }

    func said(_ byteCount: Int) {
        guard byteCount > Holding.smallBytes, phase == .open else { return }
        if proto.held.unsentBytes == 0 { checkUnsent() }
        proto.said(byteCount)
    }

    /// Looks whether the socket takes what was said, once that was flushed; when it does not, again when it does.
    func checkUnsent() {
        loop.assumeIsolated().execute {
            if self.hasRoom { self.proto.nothingIsUnsent() }
        }
    }
}
