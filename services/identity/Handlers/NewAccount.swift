internal import IdentityDomain
internal import IdentityStorage
internal import Messages
internal import Mutations

/// What a request says of an account to be made, checked.
struct NewAccount: Sendable {
    let organization: OrganizationID
    let address: EmailAddress
    let displayName: String
    let externalID: String

    private let addressField: String

    /// `field`: where the address stands in the request.
    init(_ account: Account?, field: String = "account.address") throws(Refusal) {
        let account = account ?? Account()
        try Field.required(account.organizationId, "account.organization_id")
        organization = OrganizationID(account.organizationId)
        address = try EmailAddress(account.address, field: field)
        addressField = field
        displayName = account.displayName
        externalID = account.externalId
    }

    func insert(_ write: Write, _ identity: Identity, type: AccountType, state: AccountState) throws -> Account {
        let tx = write.tx
        try identity.judge(address, for: organization, field: addressField, tx)
        try identity.refuseTaken(externalID: externalID, in: organization, tx)
        let policies = try tx.policies(of: organization).policies
        return try tx.insert(
            Account(
                id: write.id("acc"), organizationId: organization.text, accountType: type, state: state, address: address.text,
                displayName: displayName, externalId: externalID,
                createTime: Timestamp(microsecondsSince1970: tx.now), asciiAddress: address.ascii,
                unshared: !policies.sharesNewMailboxes))
    }
}
