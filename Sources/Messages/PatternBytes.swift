/// The steps of a pattern over a text's bytes (`Generated/patterns.swift`): each goes on from `at`, and moves it.
extension Span where Element == UInt8 {
    /// This word.
    func take(_ word: StaticString, _ at: inout Int) -> Bool {
        let length = word.utf8CodeUnitCount
        guard length <= count - at else { return false }
        let bytes = unsafe word.utf8Start
        for index in 0..<length {
            guard unsafe self[unchecked: at + index] == bytes[index] else { return false }
        }
        at += length
        return true
    }

    /// Exactly so many characters of a class, whose bits are those of characters 0 to 63 and 64 to 127.
    ///
    /// One question for all of them: no way out before the last makes it quick where nothing is wrong.
    func take(_ length: Int, of low: UInt64, _ high: UInt64, _ at: inout Int) -> Bool {
        guard length <= count - at else { return false }
        var all: UInt64 = 1
        var bits: UInt8 = 0
        for index in 0..<length {
            // Within the count, which has been asked.
            let byte = unsafe self[unchecked: at &+ index]
            bits |= byte
            all &= (byte & 64 == 0 ? low : high) &>> UInt64(byte)
        }
        at += length
        return all == 1 && bits < 128
    }

    /// As many characters of a class as there are, up to `lengths.upperBound`.
    func take(_ lengths: ClosedRange<Int>, of low: UInt64, _ high: UInt64, _ at: inout Int) -> Bool {
        let start = at
        while at < count, at - start < lengths.upperBound {
            let byte = self[at]
            guard byte < 128, (byte & 64 == 0 ? low : high) &>> UInt64(byte & 63) & 1 == 1 else { break }
            at += 1
        }
        return at - start >= lengths.lowerBound
    }
}
