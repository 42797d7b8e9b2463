import Contract
import Messages
import NIOCore
import NIOEmbedded
import Testing

@testable import Daemon
@testable import RPC

/// Hears of nothing: these calls are only judged.
private final class Nobody: CallSink {
    func handlerReturned(_ call: Call, _ outcome: Outcome) {}
    func refuse(_ call: Call, _ status: Status) {}
    func report(_ error: any Error, _ call: Call) {}
}

@Suite("What a connection keeps of its caller")
struct CallerMemoryTests {
    private static let check = AccessServiceMethods.check.descriptor
    private static let explain = AccessServiceMethods.explain.descriptor

    private let file: CallersFile
    private let callers: Callers
    private let judge: CallerInterceptor
    private let loop = EmbeddedEventLoop()
    private let peer: Peer

    private static func listing(_ method: String) -> String {
        #"{"callers": [{"uri": "spiffe://t/service/web", "methods": ["mandate.mailbox.v1.AccessService/\#(method)"]}]}"#
    }

    init() throws {
        file = try CallersFile(Self.listing("Check"))
        callers = try Callers(path: file.path)
        judge = CallerInterceptor(callers: callers)
        peer = Peer(
            caller: "spiffe://t/service/web", address: "", transport: .native, loop: loop, clock: { .now() }, executor: nil)
    }

    private func outcome(
        _ method: MethodDescriptor, _ metadata: [MetadataEntry] = [], from peer: Peer? = nil
    ) -> ErrorReason {
        let call = Call(
            method: method, peer: peer ?? self.peer, metadata: metadata, deadline: nil, startTime: .now(), stream: 1,
            messages: nil, sink: Nobody())
        do throws(Status) {
            try judge.begin(call)
            return .unspecified
        } catch {
            return error.reason
        }
    }

    @Test("what one method was allowed says nothing of another, nor of what the metadata asks for")
    func methods() {
        for _ in 0..<2 {
            #expect(outcome(Self.check) == .unspecified)
            #expect(peer.pass?.method == ObjectIdentifier(Self.check))
            #expect(outcome(Self.explain) == .callerNotAllowed)
            #expect(outcome(Self.check, [MetadataEntry(key: MetadataKey.account, value: "acc_x")]) == .callerCannotAct)
        }
    }

    @Test("another list counts from the next call on")
    func reload() throws {
        #expect(outcome(Self.check) == .unspecified)
        try file.write(Self.listing("Explain"))
        #expect(outcome(Self.check) == .unspecified, "not read yet")
        try callers.reload()
        #expect(outcome(Self.check) == .callerNotAllowed)
        #expect(outcome(Self.explain) == .unspecified)
        try file.write(#"{"callers": []}"#)
        try callers.reload()
        #expect(outcome(Self.explain) == .unknownCaller)
        try file.write(Self.listing("Check"))
        try callers.reload()
        #expect(outcome(Self.check) == .unspecified)
    }

    @Test("a connection's caller is looked up once, and again after each reload")
    func listings() throws {
        let first = callers.listing(of: peer)
        #expect(first.entry != nil && callers.listing(of: peer) === first)
        peer.listing = Callers.Listing(
            generation: first.generation,
            entry: Callers.Entry(
                rule: CallerRule(uri: peer.caller, methods: [], actsForAccounts: false, source: "kept"), methods: [], kind: nil))
        #expect(callers.source(of: peer) == "kept", "its source too, on each Append")
        try callers.reload()
        let second = callers.listing(of: peer)
        #expect(second !== first && second.entry?.rule == first.entry?.rule)
        try file.write("{")
        #expect(throws: SetupError.self) { try callers.reload() }
        #expect(callers.listing(of: peer) === second, "a broken file is no reason to look again")
        try file.write(#"{"callers": []}"#)
        try callers.reload()
        // That a caller is not listed is kept too.
        let third = callers.listing(of: peer)
        #expect(third.entry == nil && callers.listing(of: peer) === third)
    }

    @Test("in process, where calls begin on any thread, nothing is kept")
    func inProcess() {
        let peer = Peer(caller: self.peer.caller)
        #expect(outcome(Self.check, from: peer) == .unspecified)
        #expect(peer.pass == nil && peer.listing == nil)
    }
}
