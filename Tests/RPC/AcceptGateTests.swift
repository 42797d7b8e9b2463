import NIOCore
import NIOEmbedded
import Testing

@testable import RPC

/// When a listener stops accepting, and goes on.
@Suite struct AcceptGateTests {
    /// A listener on an embedded channel, whose autoRead is what the gate has said.
    private struct Listener {
        let channel: EmbeddedChannel

        init(socketsMax: Int) throws {
            channel = EmbeddedChannel()
            try channel.pipeline.syncOperations.addHandler(AcceptGate(socketsMax: socketsMax))
            try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
        }

        func accept() throws -> EmbeddedChannel {
            let accepted = EmbeddedChannel(loop: channel.embeddedEventLoop)
            try channel.writeInbound(accepted as any Channel)
            let passedOn = try channel.readInbound(as: (any Channel).self)
            #expect(passedOn === accepted)
            return accepted
        }

        func fail(_ error: any Error) {
            channel.pipeline.fireErrorCaught(error)
        }

        /// What was last said of autoRead; nil when nothing was.
        var accepts: Bool? {
            channel.embeddedEventLoop.run()
            return channel.options.last { $0.option is ChannelOptions.Types.AutoReadOption }.flatMap { $0.value as? Bool }
        }
    }

    private let outOfFiles = IOError(errnoCode: 24, reason: "accept")

    @Test("stops at the most sockets, and goes on when one is closed")
    func full() throws {
        let listener = try Listener(socketsMax: 2)
        let first = try listener.accept()
        #expect(listener.accepts == nil)
        let second = try listener.accept()
        #expect(listener.accepts == false)
        // Accepted in the same turn of the loop, before the listener had stopped.
        let third = try listener.accept()
        try first.close().wait()
        #expect(listener.accepts == false)
        try second.close().wait()
        #expect(listener.accepts == true)
        try third.close().wait()
        #expect(listener.accepts == true)
    }

    @Test("pauses after a failed accept, once for many")
    func failed() throws {
        let listener = try Listener(socketsMax: 2)
        for _ in 0..<3 { listener.fail(outOfFiles) }
        #expect(listener.accepts == false)
        listener.channel.embeddedEventLoop.advanceTime(by: .milliseconds(99))
        #expect(listener.accepts == false)
        listener.channel.embeddedEventLoop.advanceTime(by: .milliseconds(1))
        #expect(listener.accepts == true)
        listener.fail(outOfFiles)
        #expect(listener.accepts == false)
    }

    @Test("the end of the pause does not open a full gate")
    func both() throws {
        let listener = try Listener(socketsMax: 1)
        let only = try listener.accept()
        listener.fail(outOfFiles)
        listener.channel.embeddedEventLoop.advanceTime(by: .seconds(1))
        #expect(listener.accepts == false)
        try only.close().wait()
        #expect(listener.accepts == true)
    }

    @Test("what is wrong with one connection closes no gate")
    func other() throws {
        let listener = try Listener(socketsMax: 1)
        listener.fail(ChannelError.ioOnClosedChannel)
        #expect(listener.accepts == nil)
    }
}
