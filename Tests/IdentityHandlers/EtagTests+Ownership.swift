import Contract
import IdentityHandlers
import Messages
import RPC

extension EtagTests {
    /// Of what the organization is, who owns it and what it is billed by.
    static let ofOwnership: [Attempt] = [
        Attempt(OrganizationServiceMethods.updateOrganization, { $0.organization.etag }) { test, etag, id in
            UpdateOrganizationRequest(
                organization: Organization(id: test.acme.id, displayName: "Renamed", etag: etag),
                updateMask: FieldMask(paths: ["display_name"]), requestId: id)
        },
        Attempt(OrganizationServiceMethods.switchRoles, { $0.organization.etag }) { test, etag, id in
            SwitchRolesRequest(organizationId: test.acme.id, roles: .off, requestId: id, etag: etag)
        },
        Attempt(BillingServiceMethods.updateBillingDetails, { $0.billing.etag }) { test, etag, id in
            UpdateBillingDetailsRequest(
                billingDetails: BillingDetails(organizationId: test.acme.id, name: "Payer", etag: etag),
                updateMask: FieldMask(paths: ["name"]), requestId: id)
        },
        // It is offered to that account already.
        Attempt(OwnershipServiceMethods.transferOwnership, { $0.organization.etag }) { test, etag, id in
            TransferOwnershipRequest(accountId: test.kim.id, requestId: id, etag: etag)
        },
        Attempt(OwnershipServiceMethods.withdrawOwnershipTransfer, { $0.offer.etag }) { test, etag, id in
            WithdrawOwnershipTransferRequest(ownershipTransferId: test.offer.id, requestId: id, etag: etag)
        },
        Attempt(OwnershipServiceMethods.acceptOwnershipTransfer, { $0.offer.etag }, as: { $0.kim }) { test, etag, id in
            AcceptOwnershipTransferRequest(ownershipTransferId: test.offer.id, requestId: id, etag: etag)
        },
        Attempt(OwnershipServiceMethods.declineOwnershipTransfer, { $0.offer.etag }, as: { $0.kim }) { test, etag, id in
            DeclineOwnershipTransferRequest(ownershipTransferId: test.offer.id, requestId: id, etag: etag)
        },
    ]
}
