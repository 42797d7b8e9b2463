/// RFC 4648, section 4, without padding: what HTTP headers whose name ends in `-bin` hold.
package enum Base64 {
    package static func text(_ bytes: some Collection<UInt8>) -> String {
        // The two alphabets differ in two characters.
        String(
            decoding: Base64URL.text(bytes).utf8.map { byte in
                switch byte {
                case UInt8(ascii: "-"): UInt8(ascii: "+")
                case UInt8(ascii: "_"): UInt8(ascii: "/")
                default: byte
                }
            }, as: UTF8.self)
    }
}
