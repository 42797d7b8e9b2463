// Generated from mandate/feed/v1/feed.proto by proto/generate. Do not edit.

package import Messages
package import RPC

/// The methods of mandate.feed.v1.FeedService.
package enum FeedServiceMethods {
    /// Follows the changes from a position, or from a snapshot.
    package static let follow = Method<FollowRequest, FollowResponse>(
        "mandate.feed.v1.FeedService/Follow", .bidirectional,
        Access(kind: .service, scope: "", level: .unspecified))

    /// Every method, as the file declares them.
    package static let all: [MethodDescriptor] = [
        follow.descriptor,
    ]
}

/// The feed of one service's changes.
package protocol FeedService: Sendable {
    /// Follows the changes from a position, or from a snapshot.
    func follow(
        _ requests: RequestReader<FollowRequest>, _ responses: ResponseWriter<FollowResponse>, _ call: Call
    ) async throws
}

extension Router {
    /// Registers every method of mandate.feed.v1.FeedService.
    package mutating func add(_ service: some FeedService) {
        bidirectional(FeedServiceMethods.follow) { requests, responses, call in
            try await service.follow(requests, responses, call)
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
    package func follow(
        _ options: CallOptions = CallOptions()
    ) async throws(Status) -> ClientStream<FollowRequest, FollowResponse> {
        try await transport.bidirectional(FeedServiceMethods.follow, options)
    }
}
