internal import Messages

/// Makes an event fit into the log's limit, so that none is ever refused for its size and stops the relay.
///
/// In this order, each step only while it is still too large:
/// 1. texts that no rule needs whole are cut; a caller chooses some of them, as the traceparent;
/// 2. a value before or after that is longer than its hash becomes `sha256:<hex>`;
/// 3. changes from the end become one, whose path is `…` and whose value is their number and the hash of them all.
///
/// Of commitments and what stands beside the leaf: `PersonalSize`.
struct EventSize {
    static let idBytesMax = 320
    /// Of ids and names that no caller chooses.
    private static let ownBytesMax = 64
    /// Of roles, demands, flags and those acted for: who writes an event makes a handful.
    private static let listMax = 8
    private static let hashBytes = 71

    let bytesMax: Int
    /// SHA-256.
    let digest: @Sendable ([UInt8]) -> [UInt8]

    /// The event's bytes, at most `bytesMax` of them.
    func fit(_ event: Event) -> [UInt8] {
        var bytes = event.encoded()
        if bytes.count <= bytesMax { return bytes }
        var event = Self.cut(event)
        bytes = event.encoded()
        if bytes.count <= bytesMax { return bytes }
        for index in event.changes.indices {
            event.changes[index].before = hashed(event.changes[index].before)
            event.changes[index].after = hashed(event.changes[index].after)
        }
        bytes = event.encoded()
        return bytes.count <= bytesMax ? bytes : summarized(event).encoded()
    }

    private func hashed(_ value: String) -> String {
        value.utf8.count > Self.hashBytes ? "sha256:" + hex(digest(Array(value.utf8))) : value
    }

    private func summarized(_ event: Event) -> Event {
        var kept = event
        kept.changes = []
        // A change is its bytes, a tag and a length; the summary is one of them.
        var room = bytesMax - kept.encoded().count - 256
        var count = 0
        for change in event.changes {
            room -= change.encoded().count + 4
            if room < 0 { break }
            count += 1
        }
        let rest = event.changes[count...]
        kept.changes = Array(event.changes[..<count])
        kept.changes.append(
            EventChange(
                path: "…", before: "\(rest.count) more changes",
                after: "sha256:" + hex(digest(rest.flatMap { $0.encoded() }))))
        return kept
    }

    static func cut(_ event: Event) -> Event {
        var event = event
        event.organizationId = cut(event.organizationId, idBytesMax)
        event.action = cut(event.action, idBytesMax)
        if var actor = event.actor {
            actor.id = cut(actor.id, idBytesMax)
            actor.roleIds = actor.roleIds.prefix(listMax).map { cut($0, ownBytesMax) }
            event.actor = actor
        }
        if var target = event.target {
            target.id = cut(target.id, idBytesMax)
            target.mailboxId = cut(target.mailboxId, idBytesMax)
            target.subjectId = cut(target.subjectId, idBytesMax)
            target.ownerId = cut(target.ownerId, idBytesMax)
            event.target = target
        }
        if var origin = event.origin {
            origin.caller = cut(origin.caller, idBytesMax)
            origin.traceparent = cut(origin.traceparent, idBytesMax)
            event.origin = origin
        }
        event.onBehalfOf = event.onBehalfOf.prefix(listMax).map {
            EventBehalf(
                accountId: cut($0.accountId, ownBytesMax), delegationId: cut($0.delegationId, ownBytesMax),
                breakGlass: $0.breakGlass)
        }
        event.decision = event.decision.map(cut)
        event.flags = Array(event.flags.prefix(listMax))
        for index in event.changes.indices { event.changes[index].path = cut(event.changes[index].path, idBytesMax) }
        return event
    }

    private static func cut(_ decision: EventDecision) -> EventDecision {
        EventDecision(
            reason: cut(decision.reason, ownBytesMax), domain: cut(decision.domain, ownBytesMax),
            demands: decision.demands.prefix(listMax).map {
                EventDemand(scope: cut($0.scope, ownBytesMax), needed: $0.needed, held: $0.held)
            },
            delegationId: cut(decision.delegationId, ownBytesMax), revision: cut(decision.revision, idBytesMax))
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
