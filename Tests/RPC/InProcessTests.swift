import Messages
import NIOCore
import NIOEmbedded
import Testing

@testable import RPC

@Suite struct InProcessTests {
    @Test("a deadline passes when its clock says so; the handler hears of it")
    func deadline() async throws {
        let loop = NIOAsyncTestingEventLoop()
        let gate = Gate()
        let (begun, begin) = AsyncStream.makeStream(of: Void.self)
        var router = Router()
        router.unary(Echo.held) { (request, call) throws(Status) in
            .later {
                begin.yield()
                await gate.pass()
                return request
            }
        }
        let transport = InProcessTransport(router: router, peer: Peer(caller: clientURI), loop: loop)
        let results = Recorded<Result<StreamMessage, Status>>()
        let call = Task {
            do throws(Status) {
                results.add(.success(try await transport.unary(Echo.held, StreamMessage(), CallOptions(timeout: .seconds(5)))))
            } catch {
                results.add(.failure(error))
            }
        }
        for await _ in begun { break }
        // The timer may be set just after the handler has begun.
        while results.values.isEmpty {
            await loop.advanceTime(by: .seconds(5))
            await Task.yield()
        }
        await call.value
        #expect(results.values == [.failure(.deadlineExceeded)])
        gate.open()
        await loop.shutdownGracefully()
    }

    @Test("errors that no caller may see reach the hook")
    func errors() async throws {
        let errors = Recorded<String>()
        let transport = InProcessTransport(
            router: echoRouter(), peer: Peer(caller: clientURI),
            errors: { error, call in errors.add("\(error) \(call?.method.path ?? "")") })
        await #expect(throws: Status.internalError) {
            _ = try await transport.unary(Echo.broken, StreamMessage())
        }
        #expect(errors.values == ["Oops() test.Echo/Broken"])
    }
}
