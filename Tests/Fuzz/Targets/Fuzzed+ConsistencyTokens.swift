import ChangeFeed
import Messages

/// Consistency tokens: as text, and as bytes behind base64url.
extension Fuzzed {
    /// 1. A token that is accepted is written as it was read: it has one spelling.
    /// 2. It speaks of 1 to 8 services and of no negative position.
    static func consistencyTokens(_ bytes: [UInt8]) throws(BrokenPromise) {
        for text in [String(decoding: bytes, as: UTF8.self), Base64URL.text(bytes)] {
            guard let token = ConsistencyToken(text) else { continue }
            try promise(1...8 ~= token.places.count, "\(token.places.count) services")
            try promise(token.places.values.allSatisfy { $0.position >= 0 }, "a negative position")
            try promise(token.text.utf8.elementsEqual(text.utf8), "two spellings: \(text) and \(token.text)")
            for (service, place) in token.places {
                try promise(
                    token.isMet(by: service, epoch: place.epoch, position: place.position)
                        && (place.position == 0
                            || !token.isMet(by: service, epoch: place.epoch, position: place.position - 1)),
                    "\(service) is not met exactly at its position")
            }
        }
    }
}
