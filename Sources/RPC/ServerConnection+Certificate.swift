internal import NIOCore

/// A connection ends when its peer's certificate does: it drains, and calls have `limits.certificateGrace` to finish.
extension ServerConnection {
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
        for stream in proto.slots.keys.sorted() { refuse(stream, .certificateEnded) }
        close()
    }
}

extension Status {
    static let certificateEnded = Status(.unavailable, .draining, "the client's certificate has ended")
}
