import Contract
import Messages
import RPC
import Synchronization
import Testing

@testable import mandatectl

@Suite("Watching the log")
struct LogWatchTests {
    /// A log of ten events that answers as the script says, one entry a call: how many events, less than none for no answer, and how
    /// it ends.
    private final class Log: Sendable {
        let script: Mutex<[(events: Int, end: Status)]>
        let asked = Mutex<[WatchEventsRequest.Begin?]>([])

        init(_ script: [(Int, Status)]) {
            self.script = Mutex(script.map { (events: $0.0, end: $0.1) })
        }

        var client: EventClient {
            var router = Router()
            router.serverStreaming(EventServiceMethods.watchEvents) { (request: WatchEventsRequest, responses, _) in
                self.asked.withLock { $0.append(request.begin) }
                guard let call = self.script.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) else {
                    throw Status(.permissionDenied, .roleLacksScope, "the script is over")
                }
                if call.events < 0 { throw call.end }
                var next: Int64 = 3
                if case .index(let index) = request.begin { next = index }
                try await responses.send(WatchEventsResponse(nextIndex: next))
                for _ in 0..<call.events {
                    next += 1
                    try await responses.send(WatchEventsResponse(events: [RecordedEvent(index: next - 1)], nextIndex: next))
                }
                throw call.end
            }
            return EventClient(transport: InProcessTransport(router: router, peer: Peer(caller: "operator")))
        }
    }

    private static let request = WatchEventsRequest(organizationId: "org_" + String(repeating: "0", count: 26))
    private static let lost = Status(.unavailable, .disconnected, "the connection was lost")
    private static let draining = Status(.unavailable, .draining, "the server is draining")

    @Test("a lost connection and a restart are gone over at the index behind what was shown")
    func resuming() async throws {
        let log = Log([(2, Self.lost), (0, Self.draining), (3, Self.lost)])
        var shown: [Int64] = []
        var notes: [String] = []
        var pauses = 0
        let watch = LogWatch(client: log.client, options: CallOptions(timeout: nil)) { _ in
            pauses += 1
        } show: {
            shown += $0.map(\.index)
        } note: {
            notes.append($0)
        }
        let status = await #expect(throws: Status.self) { try await watch.run(Self.request) }
        #expect(status?.code == .permissionDenied)
        #expect(shown == [3, 4, 5, 6, 7] && pauses == 3)
        #expect(log.asked.withLock { $0 } == [nil, .index(5), .index(5), .index(8)])
        #expect(notes.first == "the connection was lost. Going on at index 5 as soon as the server answers.")
    }

    @Test("a server that stops is told in words for people")
    func stopping() async throws {
        var notes: [String] = []
        let watch = LogWatch(client: Log([(2, Self.draining)]).client, options: CallOptions(timeout: nil)) { _ in
        } show: { _ in
        } note: {
            notes.append($0)
        }
        await #expect(throws: Status.self) { try await watch.run(Self.request) }
        #expect(notes == ["The log's server stops. Going on at index 5 as soon as the server answers."])
    }

    @Test("where nobody answers at first, the person hears it at once")
    func nobody() async throws {
        let log = Log([(-1, Self.lost)])
        let watch = LogWatch(client: log.client, options: CallOptions(), pause: { _ in Issue.record("waited") }) { _ in
        } note: { _ in
        }
        let status = await #expect(throws: Status.self) { try await watch.run(Self.request) }
        #expect(status?.code == .unavailable)
    }

    @Test("Ctrl-C ends it in peace, with the index to go on at")
    func cancelled() async throws {
        let log = Log([(1, Self.lost)])
        let watch = LogWatch(client: log.client, options: CallOptions(timeout: nil)) { _ in
            // The person ends it while it waits.
            throw CancellationError()
        } show: { _ in
        } note: { _ in
        }
        #expect(try await watch.run(Self.request) == 4)
    }
}
