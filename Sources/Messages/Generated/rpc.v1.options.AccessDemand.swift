// Generated from mandate/rpc/v1/options.proto by proto/generate. Do not edit.

import CMessages

/// A level in a row of the role matrix.
package struct AccessDemand: Message {
    /// The row, as in delegations.
    package var scope: String = ""
    /// The level needed.
    package var level: AccessLevel = .unspecified

    package init() {}

    package init(
        scope: String = "",
        level: AccessLevel = .unspecified
    ) {
        self.scope = scope
        self.level = level
    }

    package static var name: String { "mandate.rpc.v1.AccessDemand" }

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

extension AccessDemand: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Rpc__V1__AccessDemand>) {
        unsafe mandate__rpc__v1__access_demand__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Rpc__V1__AccessDemand>) throws(MessageError) {
        self.scope = try unsafe Read.text(c.pointee.scope, "mandate.rpc.v1.AccessDemand.scope")
        self.level = unsafe .init(rawValue: Int32(truncatingIfNeeded: c.pointee.level.rawValue))
    }

    func write(to c: UnsafeMutablePointer<Mandate__Rpc__V1__AccessDemand>, in arena: Arena) {
        unsafe c.pointee.scope = arena.text(self.scope)
        unsafe c.pointee.level = .init(rawValue: .init(truncatingIfNeeded: self.level.rawValue))
    }
}

extension AccessDemand {
    package func check(_ violations: inout Violations) {
        if self.scope.isEmpty {
            violations.addMissing("scope")
        } else {
            if self.scope.utf8.count > 100 {
                violations.add("scope", .tooLong, "string.max_bytes: at most 100 bytes")
            }
        }
        if case .unspecified = self.level {
            violations.addMissing("level")
        } else {
            if case .unrecognized = self.level {
                violations.add("level", .invalidField, "enum.defined_only: a value of AccessLevel")
            }
        }
    }
}
