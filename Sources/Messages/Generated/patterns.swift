// Generated from every .proto file by proto/generate. Do not edit.

/// The patterns of the contract's rules, each as a function over the text's bytes.
enum Patterns {
    /// `^acc_[0-7][0-9a-hjkmnp-tv-z]{25}$`
    static func acc(_ text: String) -> Bool {
        let bytes = text.utf8Span.span
        var at = 0
        if
            bytes.count == 30,
            bytes.take("acc_", &at),
            bytes.take(1, of: 0xff000000000000, 0x0, &at),
            bytes.take(25, of: 0x3ff000000000000, 0x7df6dfe00000000, &at)
        { return true }
        return false
    }

    /// `^mbx_[0-7][0-9a-hjkmnp-tv-z]{25}$`
    static func mbx(_ text: String) -> Bool {
        let bytes = text.utf8Span.span
        var at = 0
        if
            bytes.count == 30,
            bytes.take("mbx_", &at),
            bytes.take(1, of: 0xff000000000000, 0x0, &at),
            bytes.take(25, of: 0x3ff000000000000, 0x7df6dfe00000000, &at)
        { return true }
        return false
    }
}
