// Generated from mandate/identity/v1/licence.proto by proto/generate. Do not edit.

import CMessages

/// A page of licences.
package struct ListLicencesResponse: Message {
    /// By id.
    package var licences: [Licence] = []
    /// Empty on the last page.
    package var nextPageToken: String = ""

    package init() {}

    package init(
        licences: [Licence] = [],
        nextPageToken: String = ""
    ) {
        self.licences = licences
        self.nextPageToken = nextPageToken
    }

    package static var name: String { "mandate.identity.v1.ListLicencesResponse" }

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

extension ListLicencesResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__ListLicencesResponse>) {
        unsafe mandate__identity__v1__list_licences_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__ListLicencesResponse>) throws(MessageError) {
        self.licences = try unsafe Read.messages(c.pointee.n_licences, c.pointee.licences)
        self.nextPageToken = try unsafe Read.text(c.pointee.next_page_token, "mandate.identity.v1.ListLicencesResponse.next_page_token")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__ListLicencesResponse>, in arena: Arena) {
        unsafe c.pointee.n_licences = self.licences.count
        unsafe c.pointee.licences = arena.messages(self.licences)
        unsafe c.pointee.next_page_token = arena.text(self.nextPageToken)
    }
}

extension ListLicencesResponse {
    package func check(_ violations: inout Violations) {
        for index in self.licences.indices where !violations.isFull {
            let start = violations.count
            self.licences[index].check(&violations)
            violations.place(from: start, in: "licences", index)
        }
    }
}
