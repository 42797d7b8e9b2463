internal import NIOCore

/// What a connection holds of its streams' requests, and when that goes.
extension GRPCConnection {
    /// Counts anew what is held of a stream. False when that has grown and there is no room: nothing is counted then, and
    /// the call must be refused.
    func recount(_ stream: GRPCStream) -> Bool {
        let bytes = stream.heldBytes
        let more = bytes - stream.countedBytes
        if more > 0 {
            guard held.hasRoom(for: more, of: bytes) else { return false }
            held.add(more)
        } else if more < 0 {
            held.give(-more)
        }
        stream.countedBytes = bytes
        return true
    }

    /// After something that can only have made it less, or whose handler has it already.
    func countDown(_ stream: GRPCStream) {
        let bytes = stream.heldBytes
        held.give(stream.countedBytes - bytes)
        stream.countedBytes = bytes
    }

    /// The call was answered or is gone: nothing that came for it is kept, and it waits for nothing.
    func letGo(_ stream: GRPCStream) {
        stream.reader.clear()
        endGathering(stream)
        if let timer = stream.gatherTimer { timers.disarm(timer) }
        stream.gatherTimer = nil
        if stream.request != nil {
            stream.request = nil
            parked.removeAll { $0 === stream }
        }
        countDown(stream)
    }

    // MARK: Answers that the client's windows do not take yet

    var hasRoomForAnswers: Bool {
        (session?.unsentBytes ?? 0) < limits.outboundHighWaterBytes
    }

    /// To a client that reads an answer is said whatever else is held, and a small one always.
    func hasRoom(forAnswer byteCount: Int) -> Bool {
        byteCount <= Holding.smallBytes || hasRoomForAnswers || held.hasRoom(for: byteCount, of: byteCount)
    }

    /// Counts anew what of them is over the high water: there the calls that run still answer, and no other begins.
    func countUnsent() {
        held.count(unsent: max(0, (session?.unsentBytes ?? 0) - limits.outboundHighWaterBytes))
    }

    // MARK: Messages that may not fit into their window

    /// Gives window back for a message that may not fit into it, in turn with other streams. One up to half of it does:
    /// of what was given back, nghttp2 holds less than half of the window back.
    func gather(_ stream: GRPCStream) {
        guard !stream.isAnswered, !stream.clientIsDone else { return }
        do throws(Status) {
            guard let announced = try stream.reader.announced(), announced > limits.streamWindowBytes / 2 else { return }
            // Whole: it may wait for its handler as long as that takes, but others need not wait for it.
            guard announced > stream.reader.byteCount else { return endGathering(stream) }
            stream.announcedBytes = announced
            if large.ask(stream.id) { grantWindow(stream) }
        } catch {
            refuse(stream, error)
        }
    }

    private func grantWindow(_ stream: GRPCStream) {
        if stream.place == .none {
            let (id, byteCount) = (stream.id, stream.announcedBytes)
            stream.place = line.enter(byteCount, loop) { [self] wait in
                guard let stream = streams[id], stream.place == .waiting(wait) else { return line.leave(.begun(byteCount)) }
                stream.place = .begun(byteCount)
                grantWindow(stream)
                scheduleFlush()
            }
        }
        guard case .begun = stream.place else { return }
        if stream.gatheringSince == nil { stream.gatheringSince = loop.now }
        watchGathering(stream)
        session?.consume(stream.unconsumed, of: stream.id)
        stream.unconsumed = 0
        countDown(stream)
    }

    private func watchGathering(_ stream: GRPCStream) {
        guard let since = stream.gatheringSince, stream.gatherTimer == nil else { return }
        stream.gatherTimer = timers.arm(.gather(UInt32(stream.id)), at: since + limits.frameFinish)
    }

    func endGathering(_ stream: GRPCStream) {
        guard stream.announcedBytes > 0 else { return }
        stream.announcedBytes = 0
        stream.gatheringSince = nil
        leaveLine(stream)
        if let next = large.release(stream.id), let waiting = streams[next] { grantWindow(waiting) }
    }

    func leaveLine(_ stream: GRPCStream) {
        if case .none = stream.place { return }
        line.leave(stream.place)
        stream.place = .none
    }

    func checkGathering(_ id: Int32) {
        guard let stream = streams[id] else { return }
        stream.gatherTimer = nil
        guard let since = stream.gatheringSince else { return }
        guard loop.now - since >= TimeAmount(limits.frameFinish) else { return watchGathering(stream) }
        refuse(
            stream, .overLimit("a message over \(limits.streamWindowBytes) bytes was not whole within \(limits.frameFinish)"))
    }
}
