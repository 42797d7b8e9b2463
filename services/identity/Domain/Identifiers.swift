/// An account's id, `acc_…`. Unknown text is an id of nothing: a look-up answers "not found".
package struct AccountID: Hashable, Sendable {
    package let text: String
    package init(_ text: String) { self.text = text }
}

/// An organization's id, `org_…`.
package struct OrganizationID: Hashable, Sendable {
    package let text: String
    package init(_ text: String) { self.text = text }
}

/// A group's id, `grp_…`.
package struct GroupID: Hashable, Sendable {
    package let text: String
    package init(_ text: String) { self.text = text }
}

/// A tenant's id, `ten_…`.
package struct TenantID: Hashable, Sendable {
    package let text: String
    package init(_ text: String) { self.text = text }
}

/// A subscription's id, `sub_…`.
package struct SubscriptionID: Hashable, Sendable {
    package let text: String
    package init(_ text: String) { self.text = text }
}
