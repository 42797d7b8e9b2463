// Generated from mandate/feed/v1/feed.proto by proto/generate. Do not edit.

package import Messages
package import RPC

/// The methods of mandate.feed.v1.FeedService.
package enum FeedServiceMethods {
    /// Follows the changes from a position, or from a snapshot.
    package static let followFeed = Method<FollowFeedRequest, FollowFeedResponse>(
        "mandate.feed.v1.FeedService/FollowFeed", .bidirectional,
        Access(kind: .service))

    /// Every method, as the file declares them.
    package static let all: [MethodDescriptor] = [
        followFeed.descriptor,
    ]
}

/// The feed of one service's changes.
package protocol FeedService: Sendable {
    /// Follows the changes from a position, or from a snapshot.
    func followFeed(
        _ requests: RequestReader<FollowFeedRequest>, _ responses: ResponseWriter<FollowFeedResponse>, _ call: Call
    ) async throws
}

extension Router {
    /// Registers every method of mandate.feed.v1.FeedService.
    package mutating func add(_ service: some FeedService) {
        bidirectional(FeedServiceMethods.followFeed) { requests, responses, call in
            try await service.followFeed(requests, responses, call)
        }
    }
}

/// Calls mandate.feed.v1.FeedService.
package struct FeedClient: Sendable {
    package let transport: any CallTransport

    package init(transport: any CallTransport) {
        self.transport = transport
    }

    /// Follows the changes from a position, or from a snapshot.
    package func followFeed(
        _ options: CallOptions = CallOptions()
    ) async throws(Status) -> ClientStream<FollowFeedRequest, FollowFeedResponse> {
        try await transport.bidirectional(FeedServiceMethods.followFeed, options)
    }
}
