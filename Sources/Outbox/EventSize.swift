internal import Messages

/// Makes an event fit into the log's limit, so that none is ever refused for its size and stops the relay.
///
/// In this order, each step only while it is still too large:
/// 1. texts that no rule needs whole are cut; a caller chooses some of them, as the traceparent;
/// 2. a value before or after that is longer than its hash becomes `sha256:<hex>`;
/// 3. changes from the end become one, whose path is `…` and whose value is their number and the hash of them all: those
///    of personal values among themselves, and first.
struct EventSize {
    static let idBytesMax = 320
    private static let textBytesMax = 4000
    private static let hashBytes = 71

    let bytesMax: Int
    /// SHA-256.
    let digest: @Sendable ([UInt8]) -> [UInt8]

    func fit(_ event: Event) -> Event {
        if event.encoded().count <= bytesMax { return event }
        var event = Self.cut(event)
        if event.encoded().count <= bytesMax { return event }
        for list in Self.lists {
            for index in event[keyPath: list].indices {
                event[keyPath: list][index].before = hashed(event[keyPath: list][index].before)
                event[keyPath: list][index].after = hashed(event[keyPath: list][index].after)
            }
        }
        for list in Self.lists where event.encoded().count > bytesMax { event = summarized(event, list) }
        return event
    }

    private static var lists: [WritableKeyPath<Event, [EventChange]>] { [\.personalChanges, \.changes] }

    private func hashed(_ value: String) -> String {
        value.utf8.count > Self.hashBytes ? "sha256:" + hex(digest(Array(value.utf8))) : value
    }

    private func summarized(_ event: Event, _ list: WritableKeyPath<Event, [EventChange]>) -> Event {
        if event[keyPath: list].isEmpty { return event }
        var kept = event
        kept[keyPath: list] = []
        // A change is its bytes, a tag and a length; the summary is one of them.
        var room = bytesMax - kept.encoded().count - 256
        var count = 0
        for change in event[keyPath: list] {
            room -= change.encoded().count + 4
            if room < 0 { break }
            count += 1
        }
        let rest = event[keyPath: list][count...]
        kept[keyPath: list] = Array(event[keyPath: list][..<count])
        kept[keyPath: list].append(
            EventChange(
                path: "…", before: "\(rest.count) more changes",
                after: "sha256:" + hex(digest(rest.flatMap { $0.encoded() }))))
        return kept
    }

    static func cut(_ event: Event) -> Event {
        var event = event
        event.organizationId = cut(event.organizationId, idBytesMax)
        event.action = cut(event.action, idBytesMax)
        event.reason = cut(event.reason, textBytesMax)
        event.justification = cut(event.justification, textBytesMax)
        if var actor = event.actor {
            actor.id = cut(actor.id, idBytesMax)
            actor.role = cut(actor.role, idBytesMax)
            event.actor = actor
        }
        if var target = event.target {
            target.id = cut(target.id, idBytesMax)
            target.mailboxId = cut(target.mailboxId, idBytesMax)
            target.subjectId = cut(target.subjectId, idBytesMax)
            event.target = target
        }
        if var origin = event.origin {
            origin.caller = cut(origin.caller, idBytesMax)
            origin.address = cut(origin.address, idBytesMax)
            origin.requestId = cut(origin.requestId, idBytesMax)
            origin.traceparent = cut(origin.traceparent, idBytesMax)
            event.origin = origin
        }
        for list in lists {
            for index in event[keyPath: list].indices {
                event[keyPath: list][index].path = cut(event[keyPath: list][index].path, idBytesMax)
            }
        }
        return event
    }

    /// Whole characters of at most that many bytes.
    static func cut(_ text: String, _ bytes: Int) -> String {
        if text.utf8.count <= bytes { return text }
        var end = text.startIndex
        while end < text.endIndex {
            let next = text.index(after: end)
            if text.utf8.distance(from: text.startIndex, to: next) > bytes { break }
            end = next
        }
        return String(text[..<end])
    }

    private func hex(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
