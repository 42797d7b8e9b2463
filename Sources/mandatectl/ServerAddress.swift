/// Where a server listens, as HOST:PORT.
struct ServerAddress {
    let host: String
    let port: Int

    init(_ text: String) throws(Failure) {
        guard let colon = text.lastIndex(of: ":"), colon > text.startIndex, !text.utf8.contains(UInt8(ascii: "@")),
            let port = Int(text[text.index(after: colon)...]), 1...65_535 ~= port
        else { throw Failure(Table.printable("'\(text)' is no HOST:PORT")) }
        host = String(text[..<colon])
        self.port = port
    }
}
