import Contract
import Messages
import Patience
import RPC
import Testing

@testable import Daemon

/// Tells each follower once that it has begun, and then waits for what it says.
private struct OpenFeed: FeedService {
    func followFeed(
        _ requests: RequestReader<FollowFeedRequest>, _ responses: ResponseWriter<FollowFeedResponse>, _ call: Call
    ) async throws {
        try await responses.send(FollowFeedResponse(kind: .started(FeedStarted(epoch: "epoch"))))
        for try await _ in requests {}
    }
}

@Suite("Streams when the callers change")
struct CallerReloadTests {
    private static let follow = "mandate.feed.v1.FeedService/FollowFeed"
    private static let check = "mandate.mailbox.v1.AccessService/Check"

    private static func listing(_ callers: [(name: String, method: String)]) -> String {
        let entries = callers.map { #"{"uri": "spiffe://t/service/\#($0.name)", "methods": ["\#($0.method)"]}"# }
        return #"{"callers": [\#(entries.joined(separator: ","))]}"#
    }

    private let file: CallersFile
    private let callers: Callers
    private let judge: CallerInterceptor
    private let router: Router

    init() throws {
        file = try CallersFile(Self.listing([("kept", Self.follow), ("other", Self.follow)]))
        callers = try Callers(path: file.path)
        judge = CallerInterceptor(callers: callers)
        var router = Router(interceptors: [judge])
        router.add(OpenFeed())
        router.addStandardServices(HealthWatch(Readiness()))
        self.router = router
    }

    private func transport(_ name: String) -> PatientTransport {
        InProcessTransport(router: router, peer: Peer(caller: "spiffe://t/service/\(name)")).patient
    }

    /// A stream that has begun.
    private func following(_ name: String) async throws -> ClientStream<FollowFeedRequest, FollowFeedResponse> {
        let stream = try await FeedClient(transport: transport(name)).followFeed()
        #expect(try await stream.responses.makeAsyncIterator().next()?.kind != nil)
        return stream
    }

    private func end(_ stream: ClientStream<FollowFeedRequest, FollowFeedResponse>) async -> Status? {
        await #expect(throws: Status.self) { _ = try await stream.responses.makeAsyncIterator().next() }
    }

    @Test(
        "a stream that the new callers do not allow ends as a new call would be refused, and others go on",
        arguments: [
            ([("kept", follow)], ErrorReason.unknownCaller), ([("kept", follow), ("other", check)], .callerNotAllowed),
        ])
    func reload(_ listed: [(String, String)], _ reason: ErrorReason) async throws {
        let (kept, other) = (try await following("kept"), try await following("other"))
        try file.write(Self.listing(listed))
        try callers.reload()
        #expect(judge.judgeAgain() == 1)
        let ended = try #require(await end(other))
        #expect(ended.code == .permissionDenied && ended.reason == reason)
        let refused = try #require(
            await end(FeedClient(transport: transport("other")).followFeed()))
        #expect(refused.reason == ended.reason && refused.message == ended.message)
        kept.finish()
        #expect(try await kept.responses.makeAsyncIterator().next() == nil)
    }

    @Test("a stream for anyone outlives every list; a stream that has ended is forgotten")
    func anyone() async throws {
        let told = try await HealthClient(transport: transport("other")).watch(HealthCheckRequest()).makeAsyncIterator()
        #expect(try await told.next()?.status == .serving)
        let over = try await following("other")
        over.finish()
        #expect(try await over.responses.makeAsyncIterator().next() == nil)
        try file.write(Self.listing([]))
        try callers.reload()
        #expect(judge.judgeAgain() == 0)
    }
}
