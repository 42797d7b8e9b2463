package import NIOCore
internal import Synchronization

/// Which connections a server has: admits new ones up to the limits, and knows when the last is gone.
package final class Connections: Sendable {
    private struct State {
        var channels: [ObjectIdentifier: any Channel] = [:]
        var perAddress: [String: Int] = [:]
        var isClosed = false
        var whenEmpty: EventLoopPromise<Void>?
    }

    let counts = ConnectionCounts()
    private let limits: Limits
    private let state = Mutex(State())

    package init(limits: Limits) {
        self.limits = limits
    }

    var count: Int { state.withLock { $0.channels.count } }
    var all: [any Channel] { state.withLock { Array($0.channels.values) } }

    /// False when there are too many, in total or from this address, or the server is leaving.
    package func admit(_ channel: any Channel, _ address: String) -> Bool {
        let isAdmitted = state.withLock { state in
            guard !state.isClosed, state.channels.count < limits.connectionsMax,
                state.perAddress[address, default: 0] < limits.connectionsPerAddressMax
            else { return false }
            state.channels[ObjectIdentifier(channel)] = channel
            state.perAddress[address, default: 0] += 1
            return true
        }
        if isAdmitted {
            channel.closeFuture.whenComplete { _ in self.forget(channel, address) }
        } else {
            counts.refused()
        }
        return isAdmitted
    }

    private func forget(_ channel: any Channel, _ address: String) {
        let promise = state.withLock { state -> EventLoopPromise<Void>? in
            state.channels[ObjectIdentifier(channel)] = nil
            let left = state.perAddress[address, default: 1] - 1
            state.perAddress[address] = left > 0 ? left : nil
            guard state.channels.isEmpty else { return nil }
            defer { state.whenEmpty = nil }
            return state.whenEmpty
        }
        promise?.succeed()
    }

    /// Admits nobody more, and fulfils the promise when the last one is gone.
    func close(_ whenEmpty: EventLoopPromise<Void>) {
        let isEmpty = state.withLock { state in
            state.isClosed = true
            guard !state.channels.isEmpty, state.whenEmpty == nil else { return true }
            state.whenEmpty = whenEmpty
            return false
        }
        if isEmpty { whenEmpty.succeed() }
    }
}
