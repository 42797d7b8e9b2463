/// Names one life of a database. Positions and event sequences mean something only within it.
///
/// A restored backup begins a new one, so that numbers given out again are never mistaken for those given out before.
enum Epoch {
    static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)
    static let length = 26

    /// 130 random bits in Crockford's base32. `random` returns that many random bytes.
    static func make(_ random: (Int) -> [UInt8]) -> String {
        let bytes = random(length)
        precondition(bytes.count == length, "random must return as many bytes as it was asked for")
        return String(decoding: bytes.map { alphabet[Int($0 & 31)] }, as: UTF8.self)
    }
}
