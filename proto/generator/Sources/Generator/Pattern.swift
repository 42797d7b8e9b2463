/// A regular expression that needs no engine: classes of ASCII characters in a row, each so and so many times, from `^` to
/// `$`. `(acc|grp)` stands for a choice, so that one pattern is several sequences.
struct Pattern: Equatable, Hashable {
    let text: String
    let sequences: [[Part]]

    /// Characters of one class, `count` times.
    struct Part: Equatable, Hashable {
        /// Bit by bit, characters 0 to 63 and 64 to 127.
        var low: UInt64 = 0
        var high: UInt64 = 0
        var count = 1...1

        mutating func add(_ byte: UInt8) {
            if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte - 64) }
        }

        func overlaps(_ other: Part) -> Bool { low & other.low != 0 || high & other.high != 0 }

        /// The character, of a class of one that stands once.
        var literal: Character? {
            guard count == 1...1, low.nonzeroBitCount + high.nonzeroBitCount == 1 else { return nil }
            let byte = low != 0 ? low.trailingZeroBitCount : 64 + high.trailingZeroBitCount
            return Character(Unicode.Scalar(UInt8(byte)))
        }
    }

    /// More sequences than this are not a pattern but a list.
    private static let sequencesMax = 16
    /// RE2 takes no larger count.
    private static let countMax = 1000

    /// - Throws: `GeneratorError` for everything else that RE2 takes.
    init(_ text: String, _ place: String) throws(GeneratorError) {
        self.text = text
        var reader = PatternReader(text: text, place: "\(place): the pattern \(text)")
        sequences = try reader.read(max: Self.sequencesMax)
        for sequence in sequences {
            for part in sequence where part.count.upperBound > Self.countMax {
                throw GeneratorError(reader.place, "repeats more than \(Self.countMax) times")
            }
            try Self.checkOrder(sequence, reader.place)
        }
    }

    /// Each part takes all that it can, and never gives back: so what comes behind a part whose count varies must not begin
    /// with a character of that part.
    private static func checkOrder(_ sequence: [Part], _ place: String) throws(GeneratorError) {
        for (index, part) in sequence.enumerated() where part.count.count > 1 {
            for next in sequence.dropFirst(index + 1) {
                if part.overlaps(next) {
                    throw GeneratorError(place, "leaves open where a class ends: the next begins with its characters")
                }
                if next.count.lowerBound > 0 { break }
            }
        }
    }

    /// The length of every text that matches; nil when it varies.
    static func fixedLength(_ sequence: [Part]) -> Int? {
        var length = 0
        for part in sequence {
            guard part.count.count == 1 else { return nil }
            length += part.count.lowerBound
        }
        return length
    }
}
