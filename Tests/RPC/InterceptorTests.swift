import Messages
import Testing

@testable import RPC

@Suite struct InterceptorTests {
    struct Noting: Interceptor {
        let name: String
        let notes: Recorded<String>
        var refuses = false

        func begin(_ call: Call) throws(Status) {
            notes.add("\(name) begin")
            if refuses { throw refusal }
            call.identity = name
        }

        func end(_ call: Call, _ status: Status?, nanoseconds: Int64) {
            notes.add("\(name) end \(status.map { "\($0.code)" } ?? "ok")")
        }
    }

    @Test(
        "each begun call ends once, in reverse order",
        arguments: [
            ("Unary", "ok"), ("Later", "ok"), ("Refused", "permissionDenied"), ("Broken", "internal"),
        ])
    func order(method: String, status: String) throws {
        let notes = Recorded<String>()
        let router = echoRouter(interceptors: [Noting(name: "a", notes: notes), Noting(name: "b", notes: notes)])
        let rig = try Rig(router)
        try rig.send(.request(1, "test.Echo/\(method)"))
        _ = try rig.receive()
        #expect(notes.values == ["a begin", "b begin", "b end \(status)", "a end \(status)"])
    }

    @Test("who refuses has not begun, who let it pass before is told")
    func refusing() throws {
        let notes = Recorded<String>()
        let router = echoRouter(
            interceptors: [
                Noting(name: "a", notes: notes), Noting(name: "b", notes: notes, refuses: true),
                Noting(name: "c", notes: notes),
            ])
        let rig = try Rig(router)
        try rig.send(.request(1))
        #expect(try rig.receive().first?.status == refusal)
        #expect(notes.values == ["a begin", "b begin", "a end permissionDenied"])
    }

    /// Lets every call pass, and keeps it.
    struct Keeping: Interceptor {
        let calls: Recorded<Call>

        func begin(_ call: Call) throws(Status) { calls.add(call) }
        func end(_ call: Call, _ status: Status?, nanoseconds: Int64) {}
    }

    @Test("a call that is refused while it runs hears it at once, and keeps its slot until its handler has returned")
    func refusedLater() throws {
        let (calls, notes, gate) = (Recorded<Call>(), Recorded<String>(), Gate())
        var limits = Limits.standard
        limits.streamsMax = 1
        let router = echoRouter(gate: gate, interceptors: [Keeping(calls: calls), Noting(name: "a", notes: notes)])
        let rig = try Rig(router, limits: limits)
        try rig.send(.opening(1, "test.Echo/Endless"))
        #expect(try rig.receive().count == 1)
        let call = try #require(calls.values.first)
        call.refuse(refusal)
        #expect(try rig.receive().map(\.status) == [refusal])
        // A second end, and what the client had on its way.
        call.refuse(.draining)
        try rig.send([.message(1), .halfClose(1), .request(3)])
        #expect(try rig.receive().map(\.status?.reason) == [.limitExceeded])
        gate.open()
        #expect(try rig.receive().isEmpty)
        try rig.send(.request(5))
        #expect(try rig.receive().last?.isOK == true)
        #expect(notes.values.contains("a end permissionDenied"))
    }

    @Test("over gRPC a call that is refused while it runs hears it at once")
    func refusedLaterOverGRPC() throws {
        let calls = Recorded<Call>()
        let rig = try GRPCRig(echoRouter(interceptors: [Keeping(calls: calls)]))
        try rig.send(H2.call(1, "test.Echo/Endless") + H2.call(3, "test.Echo/Both"))
        _ = try rig.receive()
        try #require(calls.values.first).refuse(refusal)
        #expect(try rig.statuses() == [1: Int(refusal.code.rawValue)])
        try rig.send(H2.body(3, []))
        #expect(try rig.statuses() == [3: 0])
    }

    @Test("a deadline is what the call ended with, and it ends when the handler returned")
    func late() throws {
        let notes = Recorded<String>()
        let gate = Gate()
        let rig = try Rig(echoRouter(gate: gate, interceptors: [Noting(name: "a", notes: notes)]))
        try rig.send(.request(1, "test.Echo/Held", timeout: WireDuration(seconds: 1)))
        rig.advance(.seconds(2))
        #expect(notes.values == ["a begin"])
        gate.open()
        _ = try rig.receive()
        #expect(notes.values == ["a begin", "a end deadlineExceeded"])
    }
}
