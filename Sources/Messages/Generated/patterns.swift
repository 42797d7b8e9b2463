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

    /// `^(acc|grp)_[0-7][0-9a-hjkmnp-tv-z]{25}$`
    static func accOrGrp(_ text: String) -> Bool {
        let bytes = text.utf8Span.span
        var at = 0
        if
            bytes.count == 30,
            bytes.take("acc_", &at),
            bytes.take(1, of: 0xff000000000000, 0x0, &at),
            bytes.take(25, of: 0x3ff000000000000, 0x7df6dfe00000000, &at)
        { return true }
        at = 0
        if
            bytes.count == 30,
            bytes.take("grp_", &at),
            bytes.take(1, of: 0xff000000000000, 0x0, &at),
            bytes.take(25, of: 0x3ff000000000000, 0x7df6dfe00000000, &at)
        { return true }
        return false
    }

    /// `^(acc_[0-7][0-9a-hjkmnp-tv-z]{25}|spiffe://[!-~]{0,245}|identity|mailbox|audit)$`
    static func accOrSpiffeOrIdentityOrMailboxOrAudit(_ text: String) -> Bool {
        let bytes = text.utf8Span.span
        var at = 0
        if
            bytes.count == 30,
            bytes.take("acc_", &at),
            bytes.take(1, of: 0xff000000000000, 0x0, &at),
            bytes.take(25, of: 0x3ff000000000000, 0x7df6dfe00000000, &at)
        { return true }
        at = 0
        if
            bytes.take("spiffe://", &at),
            bytes.take(0...245, of: 0xfffffffe00000000, 0x7fffffffffffffff, &at),
            at == bytes.count
        { return true }
        at = 0
        if
            bytes.count == 8,
            bytes.take("identity", &at)
        { return true }
        at = 0
        if
            bytes.count == 7,
            bytes.take("mailbox", &at)
        { return true }
        at = 0
        if
            bytes.count == 5,
            bytes.take("audit", &at)
        { return true }
        return false
    }

    /// `^dlg_[0-7][0-9a-hjkmnp-tv-z]{25}$`
    static func dlg(_ text: String) -> Bool {
        let bytes = text.utf8Span.span
        var at = 0
        if
            bytes.count == 30,
            bytes.take("dlg_", &at),
            bytes.take(1, of: 0xff000000000000, 0x0, &at),
            bytes.take(25, of: 0x3ff000000000000, 0x7df6dfe00000000, &at)
        { return true }
        return false
    }

    /// `^dom_[0-7][0-9a-hjkmnp-tv-z]{25}$`
    static func dom(_ text: String) -> Bool {
        let bytes = text.utf8Span.span
        var at = 0
        if
            bytes.count == 30,
            bytes.take("dom_", &at),
            bytes.take(1, of: 0xff000000000000, 0x0, &at),
            bytes.take(25, of: 0x3ff000000000000, 0x7df6dfe00000000, &at)
        { return true }
        return false
    }

    /// `^evt_[0-7][0-9a-hjkmnp-tv-z]{25}$`
    static func evt(_ text: String) -> Bool {
        let bytes = text.utf8Span.span
        var at = 0
        if
            bytes.count == 30,
            bytes.take("evt_", &at),
            bytes.take(1, of: 0xff000000000000, 0x0, &at),
            bytes.take(25, of: 0x3ff000000000000, 0x7df6dfe00000000, &at)
        { return true }
        return false
    }

    /// `^grp_[0-7][0-9a-hjkmnp-tv-z]{25}$`
    static func grp(_ text: String) -> Bool {
        let bytes = text.utf8Span.span
        var at = 0
        if
            bytes.count == 30,
            bytes.take("grp_", &at),
            bytes.take(1, of: 0xff000000000000, 0x0, &at),
            bytes.take(25, of: 0x3ff000000000000, 0x7df6dfe00000000, &at)
        { return true }
        return false
    }

    /// `^inv_[0-7][0-9a-hjkmnp-tv-z]{25}$`
    static func inv(_ text: String) -> Bool {
        let bytes = text.utf8Span.span
        var at = 0
        if
            bytes.count == 30,
            bytes.take("inv_", &at),
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

    /// `^off_[0-7][0-9a-hjkmnp-tv-z]{25}$`
    static func off(_ text: String) -> Bool {
        let bytes = text.utf8Span.span
        var at = 0
        if
            bytes.count == 30,
            bytes.take("off_", &at),
            bytes.take(1, of: 0xff000000000000, 0x0, &at),
            bytes.take(25, of: 0x3ff000000000000, 0x7df6dfe00000000, &at)
        { return true }
        return false
    }

    /// `^org_[0-7][0-9a-hjkmnp-tv-z]{25}$`
    static func org(_ text: String) -> Bool {
        let bytes = text.utf8Span.span
        var at = 0
        if
            bytes.count == 30,
            bytes.take("org_", &at),
            bytes.take(1, of: 0xff000000000000, 0x0, &at),
            bytes.take(25, of: 0x3ff000000000000, 0x7df6dfe00000000, &at)
        { return true }
        return false
    }

    /// `^(org_[0-7][0-9a-hjkmnp-tv-z]{25}|acc_[0-7][0-9a-hjkmnp-tv-z]{25}|grp_[0-7][0-9a-hjkmnp-tv-z]{25}|mbx_[0-7][0-9a-hjkmnp-tv-z]{25}|dlg_[0-7][0-9a-hjkmnp-tv-z]{25}|asg_[0-7][0-9a-hjkmnp-tv-z]{25}|evt_[0-7][0-9a-hjkmnp-tv-z]{25}|otr_[0-7][0-9a-hjkmnp-tv-z]{25}|inv_[0-7][0-9a-hjkmnp-tv-z]{25}|ten_[0-7][0-9a-hjkmnp-tv-z]{25}|sub_[0-7][0-9a-hjkmnp-tv-z]{25}|dom_[0-7][0-9a-hjkmnp-tv-z]{25}|unt_[0-7][0-9a-hjkmnp-tv-z]{25}|mandate-identity|mandate-mailbox|mandate-audit)$`
    static func orgOrAccOrGrpOrMbxOrDlgOrAsgOrEvtOrOtrOrInvOrTenOrSubOrDomOrUntOrMandateOrMandateOrMandate(_ text: String) -> Bool {
        let bytes = text.utf8Span.span
        var at = 0
        if
            bytes.count == 30,
            bytes.take("org_", &at),
            bytes.take(1, of: 0xff000000000000, 0x0, &at),
            bytes.take(25, of: 0x3ff000000000000, 0x7df6dfe00000000, &at)
        { return true }
        at = 0
        if
            bytes.count == 30,
            bytes.take("acc_", &at),
            bytes.take(1, of: 0xff000000000000, 0x0, &at),
            bytes.take(25, of: 0x3ff000000000000, 0x7df6dfe00000000, &at)
        { return true }
        at = 0
        if
            bytes.count == 30,
            bytes.take("grp_", &at),
            bytes.take(1, of: 0xff000000000000, 0x0, &at),
            bytes.take(25, of: 0x3ff000000000000, 0x7df6dfe00000000, &at)
        { return true }
        at = 0
        if
            bytes.count == 30,
            bytes.take("mbx_", &at),
            bytes.take(1, of: 0xff000000000000, 0x0, &at),
            bytes.take(25, of: 0x3ff000000000000, 0x7df6dfe00000000, &at)
        { return true }
        at = 0
        if
            bytes.count == 30,
            bytes.take("dlg_", &at),
            bytes.take(1, of: 0xff000000000000, 0x0, &at),
            bytes.take(25, of: 0x3ff000000000000, 0x7df6dfe00000000, &at)
        { return true }
        at = 0
        if
            bytes.count == 30,
            bytes.take("asg_", &at),
            bytes.take(1, of: 0xff000000000000, 0x0, &at),
            bytes.take(25, of: 0x3ff000000000000, 0x7df6dfe00000000, &at)
        { return true }
        at = 0
        if
            bytes.count == 30,
            bytes.take("evt_", &at),
            bytes.take(1, of: 0xff000000000000, 0x0, &at),
            bytes.take(25, of: 0x3ff000000000000, 0x7df6dfe00000000, &at)
        { return true }
        at = 0
        if
            bytes.count == 30,
            bytes.take("otr_", &at),
            bytes.take(1, of: 0xff000000000000, 0x0, &at),
            bytes.take(25, of: 0x3ff000000000000, 0x7df6dfe00000000, &at)
        { return true }
        at = 0
        if
            bytes.count == 30,
            bytes.take("inv_", &at),
            bytes.take(1, of: 0xff000000000000, 0x0, &at),
            bytes.take(25, of: 0x3ff000000000000, 0x7df6dfe00000000, &at)
        { return true }
        at = 0
        if
            bytes.count == 30,
            bytes.take("ten_", &at),
            bytes.take(1, of: 0xff000000000000, 0x0, &at),
            bytes.take(25, of: 0x3ff000000000000, 0x7df6dfe00000000, &at)
        { return true }
        at = 0
        if
            bytes.count == 30,
            bytes.take("sub_", &at),
            bytes.take(1, of: 0xff000000000000, 0x0, &at),
            bytes.take(25, of: 0x3ff000000000000, 0x7df6dfe00000000, &at)
        { return true }
        at = 0
        if
            bytes.count == 30,
            bytes.take("dom_", &at),
            bytes.take(1, of: 0xff000000000000, 0x0, &at),
            bytes.take(25, of: 0x3ff000000000000, 0x7df6dfe00000000, &at)
        { return true }
        at = 0
        if
            bytes.count == 30,
            bytes.take("unt_", &at),
            bytes.take(1, of: 0xff000000000000, 0x0, &at),
            bytes.take(25, of: 0x3ff000000000000, 0x7df6dfe00000000, &at)
        { return true }
        at = 0
        if
            bytes.count == 16,
            bytes.take("mandate-identity", &at)
        { return true }
        at = 0
        if
            bytes.count == 15,
            bytes.take("mandate-mailbox", &at)
        { return true }
        at = 0
        if
            bytes.count == 13,
            bytes.take("mandate-audit", &at)
        { return true }
        return false
    }

    /// `^otr_[0-7][0-9a-hjkmnp-tv-z]{25}$`
    static func otr(_ text: String) -> Bool {
        let bytes = text.utf8Span.span
        var at = 0
        if
            bytes.count == 30,
            bytes.take("otr_", &at),
            bytes.take(1, of: 0xff000000000000, 0x0, &at),
            bytes.take(25, of: 0x3ff000000000000, 0x7df6dfe00000000, &at)
        { return true }
        return false
    }

    /// `^[0-9A-Za-z_-][0-9A-Za-z._-]{0,99}$`
    static func pattern(_ text: String) -> Bool {
        let bytes = text.utf8Span.span
        var at = 0
        if
            bytes.take(1, of: 0x3ff200000000000, 0x7fffffe87fffffe, &at),
            bytes.take(0...99, of: 0x3ff600000000000, 0x7fffffe87fffffe, &at),
            at == bytes.count
        { return true }
        return false
    }

    /// `^[A-Z0-9]{2,20}$`
    static func pattern2(_ text: String) -> Bool {
        let bytes = text.utf8Span.span
        var at = 0
        if
            bytes.take(2...20, of: 0x3ff000000000000, 0x7fffffe, &at),
            at == bytes.count
        { return true }
        return false
    }

    /// `^[A-Z]{2}$`
    static func pattern3(_ text: String) -> Bool {
        let bytes = text.utf8Span.span
        var at = 0
        if
            bytes.count == 2,
            bytes.take(2, of: 0x0, 0x7fffffe, &at)
        { return true }
        return false
    }

    /// `^[a-z0-9][a-z0-9_-]{0,39}$`
    static func pattern4(_ text: String) -> Bool {
        let bytes = text.utf8Span.span
        var at = 0
        if
            bytes.take(1, of: 0x3ff000000000000, 0x7fffffe00000000, &at),
            bytes.take(0...39, of: 0x3ff200000000000, 0x7fffffe80000000, &at),
            at == bytes.count
        { return true }
        return false
    }

    /// `^rol_(full_admin|policy_admin|support|auditor|[0-7][0-9a-hjkmnp-tv-z]{25})$`
    static func rolOrRolOrRolOrRolOrRol(_ text: String) -> Bool {
        let bytes = text.utf8Span.span
        var at = 0
        if
            bytes.count == 14,
            bytes.take("rol_full_admin", &at)
        { return true }
        at = 0
        if
            bytes.count == 16,
            bytes.take("rol_policy_admin", &at)
        { return true }
        at = 0
        if
            bytes.count == 11,
            bytes.take("rol_support", &at)
        { return true }
        at = 0
        if
            bytes.count == 11,
            bytes.take("rol_auditor", &at)
        { return true }
        at = 0
        if
            bytes.count == 30,
            bytes.take("rol_", &at),
            bytes.take(1, of: 0xff000000000000, 0x0, &at),
            bytes.take(25, of: 0x3ff000000000000, 0x7df6dfe00000000, &at)
        { return true }
        return false
    }

    /// `^sub_[0-7][0-9a-hjkmnp-tv-z]{25}$`
    static func sub(_ text: String) -> Bool {
        let bytes = text.utf8Span.span
        var at = 0
        if
            bytes.count == 30,
            bytes.take("sub_", &at),
            bytes.take(1, of: 0xff000000000000, 0x0, &at),
            bytes.take(25, of: 0x3ff000000000000, 0x7df6dfe00000000, &at)
        { return true }
        return false
    }

    /// `^ten_[0-7][0-9a-hjkmnp-tv-z]{25}$`
    static func ten(_ text: String) -> Bool {
        let bytes = text.utf8Span.span
        var at = 0
        if
            bytes.count == 30,
            bytes.take("ten_", &at),
            bytes.take(1, of: 0xff000000000000, 0x0, &at),
            bytes.take(25, of: 0x3ff000000000000, 0x7df6dfe00000000, &at)
        { return true }
        return false
    }

    /// `^unt_[0-7][0-9a-hjkmnp-tv-z]{25}$`
    static func unt(_ text: String) -> Bool {
        let bytes = text.utf8Span.span
        var at = 0
        if
            bytes.count == 30,
            bytes.take("unt_", &at),
            bytes.take(1, of: 0xff000000000000, 0x0, &at),
            bytes.take(25, of: 0x3ff000000000000, 0x7df6dfe00000000, &at)
        { return true }
        return false
    }
}
