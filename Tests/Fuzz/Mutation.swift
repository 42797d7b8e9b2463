/// Inputs made from the corpus: the same from the same seed, everywhere.
struct Mutation {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// Some input of the corpus, changed in one to five places.
    mutating func input(of corpus: [[UInt8]]) -> [UInt8] {
        var bytes = corpus[below(corpus.count)]
        for _ in 0...below(5) {
            let at = below(bytes.count + 1)
            let end = min(bytes.count, at + 1 + below(8))
            switch below(7) {
            case 0: bytes.insert(byte(), at: at)
            case 1 where at < bytes.count: bytes[at] = byte()
            case 2 where at < bytes.count: bytes[at] ^= 1 << UInt8(below(8))
            case 3: bytes.removeSubrange(at..<end)
            case 4: bytes.insert(contentsOf: bytes[at..<min(bytes.count, at + below(40))], at: at)
            case 5: bytes.insert(contentsOf: piece(of: corpus[below(corpus.count)]), at: at)
            default: bytes.append(byte())
            }
        }
        return bytes
    }

    private mutating func piece(of other: [UInt8]) -> ArraySlice<UInt8> {
        let start = below(other.count + 1)
        return other[start...].prefix(below(60))
    }

    /// Half of them bytes that mean something: edges of varints, separators of text, the longest lengths.
    private mutating func byte() -> UInt8 {
        let telling: [UInt8] = [0, 1, 0x7F, 0x80, 0xFF] + Array("\",\n\r @._-".utf8) + [0xC3, 0xEF, 0xF0, 0xF8]
        return below(2) == 0 ? telling[below(telling.count)] : UInt8(below(256))
    }

    private mutating func below(_ bound: Int) -> Int {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return Int((z ^ (z >> 31)) % UInt64(bound))
    }
}
