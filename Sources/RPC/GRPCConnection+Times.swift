internal import HTTP2
internal import NIOCore

/// What a connection waits for, and what happens when it does not come.
extension GRPCConnection {
    func fired(_ timer: ServerTimer) {
        let now = loop.now
        switch timer {
        case .hello:
            if !hasHeard { fail(Violation(.timeout, "no settings within \(limits.hello)")) }
        case .frame:
            frameTimerIsArmed = false
            guard let since = partialSince else { return }
            if now - since >= TimeAmount(limits.frameFinish) {
                fail(Violation(.timeout, "a frame was not finished within \(limits.frameFinish)"))
            } else {
                frameTimerIsArmed = true
                timers.arm(.frame, at: since + limits.frameFinish)
            }
        case .idle: checkIdle(now)
        case .linger:
            if phase == .open { leave() } else { context?.close(promise: nil) }
        case .certificate: watchCertificate()
        case .certificateGrace: certificateGraceIsOver()
        case .deadline(let stream): deadlinePassed(Int32(stream))
        case .gather(let stream): checkGathering(Int32(stream))
        }
    }

    private func checkIdle(_ now: NIODeadline) {
        let silence = (now - lastFrameAt).nanoseconds
        let idle = TimeAmount(limits.idle).nanoseconds
        if silence >= idle { return fail(Violation(.timeout, "no frame within \(limits.idle)")) }
        if silence >= idle / 2, !wasPinged, !streams.isEmpty {
            // A client may wait long for a stream's next message: ask whether it still does.
            wasPinged = true
            frames.awaitsPong = true
            session?.ping()
            scheduleFlush()
        }
        let next = silence >= idle / 2 ? idle : idle / 2
        timers.arm(.idle, at: lastFrameAt + .nanoseconds(next))
    }
}
