// Generated from mandate/identity/v1/billing.proto by proto/generate. Do not edit.

import CMessages

/// Who pays for an organization, and where the bills go. Empty where nobody has said.
package struct BillingDetails: Message {
    /// The organization.
    package var organizationId: String = ""
    /// Who pays, as it stands on the bill.
    package var name: String = ""
    /// Where they are, line by line, without the country.
    package var addressLines: [String] = []
    /// Two letters of ISO 3166-1.
    package var country: String = ""
    /// The number that they are taxed by, as in DE123456789.
    package var vatNumber: String = ""
    /// Where bills are sent.
    package var email: String = ""
    /// By which they find the payment, as an order's number.
    package var paymentReference: String = ""
    /// Rises with every change.
    package var revision: Int64 = 0
    /// Of the state shown; sent back with a change, it makes sure that nobody has changed it meanwhile.
    package var etag: String = ""

    package init() {}

    package init(
        organizationId: String = "",
        name: String = "",
        addressLines: [String] = [],
        country: String = "",
        vatNumber: String = "",
        email: String = "",
        paymentReference: String = "",
        revision: Int64 = 0,
        etag: String = ""
    ) {
        self.organizationId = organizationId
        self.name = name
        self.addressLines = addressLines
        self.country = country
        self.vatNumber = vatNumber
        self.email = email
        self.paymentReference = paymentReference
        self.revision = revision
        self.etag = etag
    }

    package static var name: String { "mandate.identity.v1.BillingDetails" }

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

extension BillingDetails: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__BillingDetails>) {
        unsafe mandate__identity__v1__billing_details__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__BillingDetails>) throws(MessageError) {
        self.organizationId = try unsafe Read.text(c.pointee.organization_id, "mandate.identity.v1.BillingDetails.organization_id")
        self.name = try unsafe Read.text(c.pointee.name, "mandate.identity.v1.BillingDetails.name")
        self.addressLines = try unsafe Read.texts(c.pointee.n_address_lines, c.pointee.address_lines, "mandate.identity.v1.BillingDetails.address_lines")
        self.country = try unsafe Read.text(c.pointee.country, "mandate.identity.v1.BillingDetails.country")
        self.vatNumber = try unsafe Read.text(c.pointee.vat_number, "mandate.identity.v1.BillingDetails.vat_number")
        self.email = try unsafe Read.text(c.pointee.email, "mandate.identity.v1.BillingDetails.email")
        self.paymentReference = try unsafe Read.text(c.pointee.payment_reference, "mandate.identity.v1.BillingDetails.payment_reference")
        self.revision = unsafe c.pointee.revision
        self.etag = try unsafe Read.text(c.pointee.etag, "mandate.identity.v1.BillingDetails.etag")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__BillingDetails>, in arena: Arena) {
        unsafe c.pointee.organization_id = arena.text(self.organizationId)
        unsafe c.pointee.name = arena.text(self.name)
        unsafe c.pointee.n_address_lines = self.addressLines.count
        unsafe c.pointee.address_lines = arena.texts(self.addressLines)
        unsafe c.pointee.country = arena.text(self.country)
        unsafe c.pointee.vat_number = arena.text(self.vatNumber)
        unsafe c.pointee.email = arena.text(self.email)
        unsafe c.pointee.payment_reference = arena.text(self.paymentReference)
        unsafe c.pointee.revision = self.revision
        unsafe c.pointee.etag = arena.text(self.etag)
    }
}

extension BillingDetails {
    package func check(_ violations: inout Violations) {
        if self.organizationId.isEmpty {
            violations.addMissing("organization_id")
        } else {
            if !Patterns.org(self.organizationId) {
                violations.add("organization_id", .invalidField, "string.pattern: as in ^org_[0-7][0-9a-hjkmnp-tv-z]{25}$")
            }
        }
        if self.name.hasMoreScalars(than: 200) {
            violations.add("name", .tooLong, "string.max_len: at most 200 characters")
        }
        if self.addressLines.count > 6 {
            violations.add("address_lines", .tooLong, "repeated.max_items: at most 6 elements")
        }
        for index in self.addressLines.indices where !violations.isFull {
            let start = violations.count
            let value = self.addressLines[index]
            if value.hasFewerScalars(than: 1) {
                violations.add("", .missingField, "string.min_len: at least 1 character")
            }
            if value.hasMoreScalars(than: 200) {
                violations.add("", .tooLong, "string.max_len: at most 200 characters")
            }
            violations.place(from: start, in: "address_lines", index)
        }
        if !self.country.isEmpty {
            if !Patterns.pattern3(self.country) {
                violations.add("country", .invalidField, "string.pattern: as in ^[A-Z]{2}$")
            }
        }
        if !self.vatNumber.isEmpty {
            if !Patterns.pattern2(self.vatNumber) {
                violations.add("vat_number", .invalidField, "string.pattern: as in ^[A-Z0-9]{2,20}$")
            }
        }
        if self.email.utf8.count > 254 {
            violations.add("email", .tooLong, "string.max_bytes: at most 254 bytes")
        }
        if self.paymentReference.hasMoreScalars(than: 100) {
            violations.add("payment_reference", .tooLong, "string.max_len: at most 100 characters")
        }
        if self.etag.utf8.count > 100 {
            violations.add("etag", .tooLong, "string.max_bytes: at most 100 bytes")
        }
    }
}
