/// Lengths in Unicode scalars, as the contract's rules count: what people see as one character can be any number of them.
/// Bytes decide nearly always: a scalar takes one to four.
extension String {
    package func hasMoreScalars(than most: Int) -> Bool {
        let bytes = utf8.count
        if bytes <= most { return false }
        return bytes > 4 * most || unicodeScalars.count > most
    }

    package func hasFewerScalars(than least: Int) -> Bool {
        let bytes = utf8.count
        if bytes < least { return true }
        return bytes < 4 * least && unicodeScalars.count < least
    }
}
