import Contract
import Messages
import RPC

/// A feed that takes everything and never says a word.
struct SilentFeed: FeedService {
    static var transport: InProcessTransport {
        var router = Router()
        router.add(SilentFeed())
        return InProcessTransport(router: router, peer: Peer(caller: "spiffe://test/service/mailbox"))
    }

    func followFeed(
        _ requests: RequestReader<FollowFeedRequest>, _ responses: ResponseWriter<FollowFeedResponse>, _ call: Call
    ) async throws {
        for try await _ in requests {}
    }
}
