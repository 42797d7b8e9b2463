/// A fuzzer's bytes read as a program: any bytes are one, and it ends when they do.
struct Script {
    private(set) var rest: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) {
        rest = bytes[...]
    }

    mutating func next() -> UInt8? { rest.popFirst() }

    /// An operand; 0 when there are no more bytes.
    mutating func operand() -> Int { Int(rest.popFirst() ?? 0) }

    /// At most so many bytes.
    mutating func take(_ count: Int) -> [UInt8] {
        defer { rest = rest.dropFirst(count) }
        return Array(rest.prefix(count))
    }

    /// Sizes and credits at which something happens.
    mutating func amount() -> UInt32 {
        let amounts: [UInt32] = [0, 1, 2, 63, 64, 65, 1000, 65_536, 1 << 30, UInt32(Int32.max), 1 << 31, .max]
        return amounts[operand() % amounts.count]
    }
}
