internal import Synchronization

/// Whoever moves a stream's messages: a connection, or the other half of a call in process.
protocol StreamDriver: AnyObject, Sendable {
    /// The stream has messages or credit to give, or was finished. Any thread.
    func streamIsDirty(_ stream: CallStream)
    /// The task that waited on the stream was cancelled. Any thread.
    func waiterWasCancelled(_ stream: CallStream)
}

/// The messages of one streaming call, on either side: what stands between a task and the event loop.
///
/// ```
/// in:   open --endInbound--> ended or failed, after what is queued
/// out:  open --finish------> finished, after what is queued
/// both: ------fail---------> failed, and what is queued is dropped
/// ```
///
/// 1. The task's side suspends while there is nothing to read or no room to write; the driver's side never waits.
/// 2. Inbound is bounded by the window we give: credit is owed only for what the task has taken.
/// 3. Outbound is bounded: `send` returns when less than a window of bytes waits to be taken.
/// 4. A waiter is resumed exactly once, outside the lock.
package final class CallStream: Sendable {
    enum End: Sendable {
        case ended
        case failed(Status)
    }

    private enum Side { case inbound, outbound, drain }

    private struct Waiter {
        let id: Int
        let side: Side
        let continuation: CheckedContinuation<Void, Never>
    }

    private struct State {
        var inbound = MessageQueue()
        var inboundEnd: End?
        /// The message that the task took last.
        var lastWasCompressed = false
        /// Bytes taken by the task that were not given back to the peer yet.
        var owed = 0
        var outbound = MessageQueue()
        var outboundEnd: End?
        var waiters: [Waiter] = []
        var lastWaiter = 0
        /// The driver was told and has not looked yet.
        var isAnnounced = false
    }

    /// The call's number on its connection, as its driver counts.
    let id: UInt64
    private let window: Int
    private let messageBytesMax: Int
    private let driver: any StreamDriver
    /// Where large messages are read; nil for where the others are.
    let offload: Offload?
    private let state = Mutex(State())

    init(id: UInt64, window: Int, messageBytesMax: Int, driver: any StreamDriver, offload: Offload? = nil) {
        self.id = id
        self.window = window
        self.messageBytesMax = messageBytesMax
        self.driver = driver
        self.offload = offload
    }

    // MARK: The task's side

    /// The next message; nil after the last.
    func receive() async throws(Status) -> [UInt8]? {
        while true {
            let (message, end, announce) = state.withLock { state -> ([UInt8]?, End?, Bool) in
                guard let (message, isFree, wasCompressed) = state.inbound.take() else {
                    return (nil, state.inboundEnd, false)
                }
                state.lastWasCompressed = wasCompressed
                if !isFree, state.inboundEnd == nil { state.owed += Window.cost(message.count) }
                return (message, nil, state.owed >= window / 2 && announced(&state))
            }
            if announce { driver.streamIsDirty(self) }
            if let message { return message }
            switch end {
            case .ended: return nil
            case .failed(let status): throw status
            case nil: try await wait(.inbound)
            }
        }
    }

    /// The message taken last had come compressed.
    var lastWasCompressed: Bool { state.withLock { $0.lastWasCompressed } }

    /// Hands one message over; returns when there is room for more. `mayCompress`: where the call does.
    func send(_ message: [UInt8], mayCompress: Bool = true) async throws(Status) {
        guard message.count <= messageBytesMax else {
            throw Status.overLimit("a message of \(message.count) bytes is over the peer's limit of \(messageBytesMax)")
        }
        let announce = try state.withLock { state throws(Status) in
            try Self.checkOpen(state)
            state.outbound.append(message, isMarked: !mayCompress)
            return announced(&state)
        }
        if announce { driver.streamIsDirty(self) }
        while try state.withLock({ state throws(Status) in
            if case .failed(let status) = state.outboundEnd { throw status }
            return state.outbound.byteCount > window
        }) {
            try await wait(.outbound)
        }
    }

    /// Returns when everything sent has been taken.
    func drained() async throws(Status) {
        while try state.withLock({ state throws(Status) in
            if case .failed(let status) = state.outboundEnd { throw status }
            return !state.outbound.isEmpty
        }) {
            try await wait(.drain)
        }
    }

    /// No more messages from here.
    func finish() {
        let announce = state.withLock { state in
            guard state.outboundEnd == nil else { return false }
            state.outboundEnd = .ended
            return announced(&state)
        }
        if announce { driver.streamIsDirty(self) }
    }

    /// Gives the call up, for a client.
    func cancelFromOutside() {
        driver.waiterWasCancelled(self)
    }

    private static func checkOpen(_ state: borrowing State) throws(Status) {
        switch state.outboundEnd {
        case nil: return
        case .failed(let status): throw status
        case .ended: throw Status(.failedPrecondition, .unspecified, "the stream was finished before this message")
        }
    }

    /// Until something changed on that side. Throws CANCELLED when the task is cancelled.
    private func wait(_ side: Side) async throws(Status) {
        let id = state.withLock { state in
            state.lastWaiter += 1
            return state.lastWaiter
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
                let mustWait = state.withLock { state in
                    // A cancellation before this point found no waiter to resume.
                    guard !Task.isCancelled, !isReady(side, state) else { return false }
                    state.waiters.append(Waiter(id: id, side: side, continuation: continuation))
                    return true
                }
                if !mustWait { continuation.resume() }
            }
        } onCancel: {
            let waiter = state.withLock { state in
                state.waiters.firstIndex { $0.id == id }.map { state.waiters.remove(at: $0) }
            }
            waiter?.continuation.resume()
        }
        guard Task.isCancelled else { return }
        driver.waiterWasCancelled(self)
        // The call's own end is the better answer, when it is known.
        if case .failed(let status) = state.withLock({ $0.outboundEnd }) { throw status }
        throw Status.cancelled
    }

    private func isReady(_ side: Side, _ state: borrowing State) -> Bool {
        switch side {
        case .inbound: return !state.inbound.isEmpty || state.inboundEnd != nil
        case .outbound:
            if case .failed = state.outboundEnd { return true }
            return state.outbound.byteCount <= window
        case .drain:
            if case .failed = state.outboundEnd { return true }
            return state.outbound.isEmpty
        }
    }

    /// True when the driver must be told now.
    private func announced(_ state: inout State) -> Bool {
        defer { state.isAnnounced = true }
        return !state.isAnnounced
    }

    // MARK: The driver's side

    /// Looks at the stream: what is announced after this is announced again.
    func beginPump() {
        state.withLock { $0.isAnnounced = false }
    }

    /// One more message from the peer. `isFree`: it was not counted against the window.
    func deliver(_ message: [UInt8], isFree: Bool = false, wasCompressed: Bool = false) {
        change { state in
            if state.inboundEnd == nil { state.inbound.append(message, isFree: isFree, isMarked: wasCompressed) }
        }
    }

    /// The peer's last message was delivered.
    func endInbound(_ end: End = .ended) {
        change { state in
            if state.inboundEnd == nil { state.inboundEnd = end }
        }
    }

    /// The call is over: nothing more is sent, and what is not taken is dropped. Comes before `endInbound`, so that who
    /// has read the end cannot send.
    func endOutbound(_ status: Status) {
        change { state in
            state.outbound.clear()
            state.outboundEnd = .failed(status)
        }
    }

    /// Everything is over at once.
    func fail(_ status: Status) {
        change { state in
            state.inbound.clear()
            state.outbound.clear()
            state.inboundEnd = .failed(status)
            state.outboundEnd = .failed(status)
        }
    }

    /// The size in bytes of the message that `takeOutbound` would give.
    var nextOutboundBytes: Int? { state.withLock { $0.outbound.first } }

    func takeOutbound() -> [UInt8]? {
        state.withLock { $0.outbound.take()?.message }
    }

    /// For a codec that can compress.
    func takeCompressibleOutbound() -> (message: [UInt8], mayCompress: Bool)? {
        state.withLock { state in state.outbound.take().map { ($0.message, !$0.isMarked) } }
    }

    /// After the driver took what it could. How many bytes are left.
    @discardableResult
    func wakeWriters() -> Int {
        change { $0.outbound.byteCount }
    }

    /// Everything was taken and `finish` was called.
    var isFinished: Bool {
        state.withLock { state in
            guard state.outbound.isEmpty, case .ended = state.outboundEnd else { return false }
            return true
        }
    }

    /// Bytes to give back, once it is worth a frame; zero otherwise.
    func takeCredit() -> Int {
        state.withLock { state in
            guard state.owed >= window / 2, state.inboundEnd == nil else { return 0 }
            defer { state.owed = 0 }
            return state.owed
        }
    }

    /// Changes the state, then resumes whoever waited for that.
    private func change<Result: Sendable>(_ body: (inout State) -> Result) -> Result {
        let (result, ready) = state.withLock { state -> (Result, [Waiter]) in
            let result = body(&state)
            guard !state.waiters.isEmpty else { return (result, []) }
            let waiters = state.waiters
            let ready = waiters.filter { isReady($0.side, state) }
            if !ready.isEmpty { state.waiters = waiters.filter { !isReady($0.side, state) } }
            return (result, ready)
        }
        for waiter in ready { waiter.continuation.resume() }
        return result
    }
}
