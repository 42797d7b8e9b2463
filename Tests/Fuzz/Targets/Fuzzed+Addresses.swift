import IdentityDomain

/// E-mail addresses, from people and from questions.
extension Fuzzed {
    /// 1. An address is kept as written, and its key is its own: ASCII in lower case, and an address again with that key.
    /// 2. Text that is no address finds none.
    static func addresses(_ bytes: [UInt8]) throws(BrokenPromise) {
        let text = String(decoding: bytes, as: UTF8.self)
        let key = EmailAddress.key(text)
        guard let address = try? EmailAddress(text) else {
            return try promise((try? EmailAddress(key)) == nil, "\(text.debugDescription) is no address and finds \(key)")
        }
        try promise(address.text.utf8.elementsEqual(text.utf8), "\(text) became \(address.text)")
        try promise(address.key == key && key.utf8.allSatisfy { $0 < 0x80 }, "the key of \(text) is \(address.key)")
        for other in [key, key.uppercased(), address.ascii] {
            try promise((try? EmailAddress(other))?.key == key, "\(other) is not \(text)")
        }
    }
}
