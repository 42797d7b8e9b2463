// Generated from mandate/identity/v1/unit.proto by proto/generate. Do not edit.

import CMessages

/// A page of units.
package struct ListUnitsResponse: Message {
    /// By id.
    package var units: [Unit] = []
    /// Empty on the last page.
    package var nextPageToken: String = ""

    package init() {}

    package init(
        units: [Unit] = [],
        nextPageToken: String = ""
    ) {
        self.units = units
        self.nextPageToken = nextPageToken
    }

    package static var name: String { "mandate.identity.v1.ListUnitsResponse" }

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

extension ListUnitsResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__ListUnitsResponse>) {
        unsafe mandate__identity__v1__list_units_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__ListUnitsResponse>) throws(MessageError) {
        self.units = try unsafe Read.messages(c.pointee.n_units, c.pointee.units)
        self.nextPageToken = try unsafe Read.text(c.pointee.next_page_token, "mandate.identity.v1.ListUnitsResponse.next_page_token")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__ListUnitsResponse>, in arena: Arena) {
        unsafe c.pointee.n_units = self.units.count
        unsafe c.pointee.units = arena.messages(self.units)
        unsafe c.pointee.next_page_token = arena.text(self.nextPageToken)
    }
}

extension ListUnitsResponse {
    package func check(_ violations: inout Violations) {
        for index in self.units.indices where !violations.isFull {
            let start = violations.count
            self.units[index].check(&violations)
            violations.place(from: start, in: "units", index)
        }
    }
}
