// Generated from mandate/identity/v1/policies.proto by proto/generate. Do not edit.

import CMessages

/// One policy, for a table.
package struct PolicyEntry: Message {
    /// The field's name, as in guard_administrators.
    package var policy: String = ""
    /// What holds, in words: on, full_admins, 7d, never.
    package var value: String = ""
    /// Where it comes from.
    package var source: PolicySource = .unspecified
    /// What it does, in one sentence.
    package var effect: String = ""
    /// What the preset says.
    package var presetValue: String = ""
    /// What can be set now; the bounds of what has many values, as in 1h to 90d.
    package var supported: [String] = []
    /// What the preset will say once it is enforced; empty where that is what it says already.
    package var plannedValue: String = ""

    package init() {}

    package init(
        policy: String = "",
        value: String = "",
        source: PolicySource = .unspecified,
        effect: String = "",
        presetValue: String = "",
        supported: [String] = [],
        plannedValue: String = ""
    ) {
        self.policy = policy
        self.value = value
        self.source = source
        self.effect = effect
        self.presetValue = presetValue
        self.supported = supported
        self.plannedValue = plannedValue
    }

    package static var name: String { "mandate.identity.v1.PolicyEntry" }

    package init(decoding bytes: UnsafeRawBufferPointer) throws(MessageError) {
        self = try unsafe Self.read(bytes)
    }

    package init(decoding bytes: [UInt8]) throws(MessageError) {
        self = try unsafe Self.read(bytes)
    }

    @discardableResult
    package func encode(_ body: (borrowing Encoding) -> Void) -> Int {
        unsafe withEncoding(body)
    }
}

extension PolicyEntry: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__PolicyEntry>) {
        unsafe mandate__identity__v1__policy_entry__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__PolicyEntry>) throws(MessageError) {
        self.policy = try unsafe Read.text(c.pointee.policy, "mandate.identity.v1.PolicyEntry.policy")
        self.value = try unsafe Read.text(c.pointee.value, "mandate.identity.v1.PolicyEntry.value")
        self.source = unsafe .init(rawValue: Int32(truncatingIfNeeded: c.pointee.source.rawValue))
        self.effect = try unsafe Read.text(c.pointee.effect, "mandate.identity.v1.PolicyEntry.effect")
        self.presetValue = try unsafe Read.text(c.pointee.preset_value, "mandate.identity.v1.PolicyEntry.preset_value")
        self.supported = try unsafe Read.texts(c.pointee.n_supported, c.pointee.supported, "mandate.identity.v1.PolicyEntry.supported")
        self.plannedValue = try unsafe Read.text(c.pointee.planned_value, "mandate.identity.v1.PolicyEntry.planned_value")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__PolicyEntry>, in arena: Arena) {
        unsafe c.pointee.policy = arena.text(self.policy)
        unsafe c.pointee.value = arena.text(self.value)
        unsafe c.pointee.source = .init(rawValue: .init(truncatingIfNeeded: self.source.rawValue))
        unsafe c.pointee.effect = arena.text(self.effect)
        unsafe c.pointee.preset_value = arena.text(self.presetValue)
        unsafe c.pointee.n_supported = self.supported.count
        unsafe c.pointee.supported = arena.texts(self.supported)
        unsafe c.pointee.planned_value = arena.text(self.plannedValue)
    }
}
