internal import Synchronization

/// One step of a handshake, taken on another event loop than the connection's own.
///
/// A step signs, or verifies a certificate: half a millisecond, in which the connection's loop answers ten calls of
/// others.
///
/// 1. A session is touched by one thread at a time. Whoever takes it out of here has it alone: the other loop, which
///    computes and sends it back, or the handler, which drops it because its channel has ended. The later of the two
///    finds nothing.
/// 2. So what waits for a channel that has ended is this empty object, and the sessions that wait are never more
///    than the connections, however fast peers come and go.
/// 3. A session that is at work when its channel ends still comes back, and is dropped then.
final class HandshakeStep: Sendable {
    private struct Errand {
        let session: Session
        let back: @Sendable (Session, Session.Handshake) -> Void
    }

    private let errand: Mutex<Errand?>

    /// `back` is called on the thread that has run the step.
    init(_ session: Session, back: @escaping @Sendable (Session, Session.Handshake) -> Void) {
        errand = Mutex(Errand(session: session, back: back))
    }

    func run() {
        guard let errand = take() else { return }
        errand.back(errand.session, errand.session.handshake())
    }

    func drop() {
        _ = take()
    }

    private func take() -> Errand? {
        errand.withLock { errand in
            defer { errand = nil }
            return errand
        }
    }
}
