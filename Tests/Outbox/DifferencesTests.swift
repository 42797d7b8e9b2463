import Messages
import Testing

@testable import Contract

/// A resource with everything that one can have, as the generator would write it.
private struct Door: Message {
    var id = "door_1"
    var name = ""
    var keeper = ""
    var pin = ""
    var isOpen = false
    var floor: Int32 = 0
    var rights: [Right] = []
    var signs: [String] = []
    var since: Timestamp?
    var delay: WireDuration?
    var bytes: [UInt8] = []

    static var name: String { "test.Door" }
    init() {}
    init(decoding bytes: UnsafeRawBufferPointer) throws(MessageError) {}
    init(decoding bytes: [UInt8]) throws(MessageError) {}
    func encode(_ body: (borrowing Encoding) -> Void) -> Int { 0 }
}

extension Door: LoggedResource {
    var resourceID: String { id }
    var resourceOrganization: String { "org_1" }

    static func differences(_ before: Door?, _ after: Door?, _ secrets: SecretHash) -> Differences {
        var out = Differences()
        out.add("name", before?.name.eventText, after?.name.eventText)
        out.add("keeper", before?.keeper.eventText, after?.keeper.eventText, .personal)
        out.add("pin", before?.pin.eventText, after?.pin.eventText, secrets)
        out.add("is_open", before?.isOpen.eventText, after?.isOpen.eventText)
        out.add("floor", before?.floor.eventText, after?.floor.eventText)
        out.add("rights", before?.rights.eventText, after?.rights.eventText)
        out.add("signs", before?.signs.eventText, after?.signs.eventText)
        out.add("since", before?.since?.eventText, after?.since?.eventText)
        out.add("delay", before?.delay?.eventText, after?.delay?.eventText)
        out.add("bytes", before?.bytes.eventText, after?.bytes.eventText)
        return out
    }
}

@Suite struct DifferencesTests {
    /// No HMAC, but it tells keys and bytes apart.
    private func hash(_ key: UInt8 = 1) -> SecretHash {
        SecretHash { bytes in [key, UInt8(truncatingIfNeeded: bytes.count)] + bytes.prefix(3) }
    }

    private var door: Door {
        var door = Door()
        door.name = "front"
        door.keeper = "Jo"
        door.pin = "1234"
        door.isOpen = true
        door.floor = -2
        door.rights = [.open, .setUp]
        door.signs = ["a", "b, \"c\""]
        door.since = Timestamp(seconds: 1, nanos: 500_000_000)
        door.delay = WireDuration(seconds: 90, nanos: 5)
        door.bytes = [0, 0xab]
        return door
    }

    @Test("E2 what is new had nothing before, what is gone has nothing after")
    func whole() {
        let made = Door.differences(nil, door, hash())
        #expect(
            made.open == [
                EventChange(path: "name", after: "front"), EventChange(path: "pin", after: "hmac-sha256:010870696e"),
                EventChange(path: "is_open", after: "true"), EventChange(path: "floor", after: "-2"),
                EventChange(path: "rights", after: "open, set_up"),
                EventChange(path: "signs", after: "\"a\", \"b, \\\"c\\\"\""),
                EventChange(path: "since", after: "1970-01-01T00:00:01.500000Z"),
                EventChange(path: "delay", after: "90.000000005s"), EventChange(path: "bytes", after: "00ab"),
            ])
        #expect(made.personal == [EventChange(path: "keeper", after: "Jo")])
        let gone = Door.differences(door, nil, hash())
        #expect(gone.open.map(\.before) == made.open.map(\.after) && gone.open.allSatisfy { $0.after.isEmpty })
        #expect(gone.personal == [EventChange(path: "keeper", before: "Jo")])
    }

    @Test("E2 what is as it was is left out, and another way to write the same accent is not as it was")
    func same() {
        #expect(Door.differences(door, door, hash()).isEmpty)
        var (composed, decomposed) = (Door(), Door())
        composed.keeper = "Zo\u{e9}"
        decomposed.keeper = "Zoe\u{301}"
        #expect(Door.differences(composed, decomposed, hash()).personal.count == 1)
        #expect(Door.differences(Door(), nil, hash()).isEmpty, "what was never set is nothing")
    }

    @Test("C10 of a secret stands a hash that its path and the database's key go into, and never the value")
    func secrets() {
        var (before, after) = (Door(), Door())
        before.pin = "1234"
        after.pin = "98765"
        let changed = Door.differences(before, after, hash()).open
        #expect(changed.count == 1 && changed[0].before != changed[0].after)
        #expect(changed.allSatisfy { !$0.before.contains("1234") && !$0.after.contains("98765") })
        #expect(Door.differences(before, after, hash(2)).open != changed)
        #expect(hash().text(of: "x", at: "pin") != hash().text(of: "x", at: "code"))
        #expect(hash().text(of: "", at: "pin").isEmpty)
    }
}
