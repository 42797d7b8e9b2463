internal import Messages

/// How far an answer has seen: for each service an epoch and a position. Opaque text for callers who want to read their
/// own writes from anybody.
///
/// Format, in unpadded base64url:
///
/// | bytes | meaning |
/// |---|---|
/// | 1 | version, 1 |
/// | 1 | number of services, 1 to 8; for each, in rising order of the names: |
/// | 1, n | length of the name, 1 to 32, and the name in UTF-8 |
/// | 1, n | length of the epoch, 1 to 64, and the epoch in UTF-8 |
/// | 8 | the position, big-endian, not negative |
///
/// There is one spelling of a token. It is no secret and no seal: a forged one can only ask to wait for what will not come.
package struct ConsistencyToken: Sendable, Equatable {
    package struct Place: Sendable, Equatable {
        package var epoch: String
        package var position: Int64

        package init(epoch: String, position: Int64) {
            self.epoch = epoch
            self.position = position
        }
    }

    private static let version: UInt8 = 1
    private static let textMax = 500
    private static let servicesMax = 8
    private static let nameMax = 32
    private static let epochMax = 64

    /// By the service's name: identity, mailbox.
    package private(set) var places: [String: Place]

    /// Traps for a name or an epoch that the format cannot hold: they are ours.
    package init(_ places: [String: Place]) {
        precondition((1...Self.servicesMax).contains(places.count), "a token is about 1 to 8 services")
        for (name, place) in places {
            precondition((1...Self.nameMax).contains(name.utf8.count), "a service's name has 1 to 32 bytes")
            precondition((1...Self.epochMax).contains(place.epoch.utf8.count), "an epoch has 1 to 64 bytes")
            precondition(place.position >= 0, "positions are not negative")
        }
        self.places = places
    }

    package init(service: String, epoch: String, position: Int64) {
        self.init([service: Place(epoch: epoch, position: position)])
    }

    /// Nil for anything that `text` would not have written.
    package init?(_ text: String) {
        guard text.utf8.count <= Self.textMax, let bytes = Base64URL.bytes(text) else { return nil }
        var rest = bytes[...]
        guard rest.popFirst() == Self.version, let count = rest.popFirst(), 1...UInt8(Self.servicesMax) ~= count
        else { return nil }
        places = [:]
        var last = ""
        for _ in 0..<count {
            guard let name = Self.text(&rest, max: Self.nameMax), Self.precedes(last, name),
                let epoch = Self.text(&rest, max: Self.epochMax), rest.count >= 8
            else { return nil }
            let position = rest.prefix(8).reduce(Int64(0)) { $0 << 8 | Int64($1) }
            rest = rest.dropFirst(8)
            // Names of other bytes can be equal to Swift: é is one scalar or two.
            guard position >= 0, places.updateValue(Place(epoch: epoch, position: position), forKey: name) == nil
            else { return nil }
            last = name
        }
        guard rest.isEmpty else { return nil }
    }

    package var text: String {
        var bytes: [UInt8] = [Self.version, UInt8(places.count)]
        for (name, place) in places.sorted(by: { Self.precedes($0.key, $1.key) }) {
            bytes.append(UInt8(name.utf8.count))
            bytes.append(contentsOf: name.utf8)
            bytes.append(UInt8(place.epoch.utf8.count))
            bytes.append(contentsOf: place.epoch.utf8)
            for shift in stride(from: Int64(56), through: 0, by: -8) {
                bytes.append(UInt8(truncatingIfNeeded: place.position >> shift))
            }
        }
        return Base64URL.text(bytes)
    }

    /// Whether a view of `service` at this place has all that the token's owner saw. True when the token does not speak
    /// of the service; false in another epoch, whose positions mean something else.
    package func isMet(by service: String, epoch: String, position: Int64) -> Bool {
        guard let place = places[service] else { return true }
        return place.epoch == epoch && place.position <= position
    }

    private static func text(_ rest: inout ArraySlice<UInt8>, max: Int) -> String? {
        guard let length = rest.popFirst(), 1...max ~= Int(length), rest.count >= Int(length) else { return nil }
        defer { rest = rest.dropFirst(Int(length)) }
        return String(validating: rest.prefix(Int(length)), as: UTF8.self)
    }

    /// By bytes, so that the order does not depend on Unicode's.
    private static func precedes(_ left: String, _ right: String) -> Bool {
        left.utf8.lexicographicallyPrecedes(right.utf8)
    }
}
