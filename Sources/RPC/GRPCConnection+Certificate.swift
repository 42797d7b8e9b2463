internal import NIOCore

/// A connection ends when its peer's certificate does: it drains, and calls have `limits.certificateGrace` to finish.
extension GRPCConnection {
    func watchCertificate() {
        guard let certificate else { return }
        if let look = certificate.nextLook(loop.now) {
            timers.arm(.certificate, at: look)
        } else {
            timers.arm(.certificateGrace, at: loop.now + limits.certificateGrace)
            drain(Status.certificateEnded.message)
        }
    }

    func certificateGraceIsOver() {
        for stream in streams.values.sorted(by: { $0.id < $1.id }) { refuse(stream, .certificateEnded) }
        // The statuses leave before the goaway behind which nothing is said.
        flush()
        fail(Violation(.timeout, Status.certificateEnded.message))
    }
}
