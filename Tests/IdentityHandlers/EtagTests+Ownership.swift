import Contract
import IdentityHandlers
import Messages
import RPC

extension EtagTests {
    /// Of what the organization is, who owns it and what it is billed by.
    static let ofOwnership: [Attempt] = [
        Attempt(request: UpdateOrganizationRequest.name, current: { $0.organization.etag }) { (test, etag, id) throws(Status) in
            let request = UpdateOrganizationRequest(
                organization: Organization(id: test.acme.id, displayName: "Renamed", etag: etag),
                updateMask: FieldMask(paths: ["display_name"]), requestId: id)
            _ = try await test.call(OrganizationServiceMethods.updateOrganization, request)
        },
        Attempt(request: SwitchRolesRequest.name, current: { $0.organization.etag }) { (test, etag, id) throws(Status) in
            let request = SwitchRolesRequest(organizationId: test.acme.id, roles: .off, requestId: id, etag: etag)
            _ = try await test.call(OrganizationServiceMethods.switchRoles, request)
        },
        Attempt(request: UpdateBillingDetailsRequest.name, current: { $0.billing.etag }) { (test, etag, id) throws(Status) in
            let request = UpdateBillingDetailsRequest(
                billingDetails: BillingDetails(organizationId: test.acme.id, name: "Payer", etag: etag),
                updateMask: FieldMask(paths: ["name"]), requestId: id)
            _ = try await test.call(BillingServiceMethods.updateBillingDetails, request)
        },
        // It is offered to that account already.
        Attempt(request: TransferOwnershipRequest.name, current: { $0.organization.etag }) { (test, etag, id) throws(Status) in
            let request = TransferOwnershipRequest(accountId: test.kim.id, requestId: id, etag: etag)
            _ = try await test.call(OwnershipServiceMethods.transferOwnership, request)
        },
        Attempt(request: WithdrawOwnershipTransferRequest.name, current: { $0.offer.etag }) { (test, etag, id) throws(Status) in
            let request = WithdrawOwnershipTransferRequest(ownershipTransferId: test.offer.id, requestId: id, etag: etag)
            _ = try await test.call(OwnershipServiceMethods.withdrawOwnershipTransfer, request)
        },
        Attempt(request: AcceptOwnershipTransferRequest.name, current: { $0.offer.etag }) { (test, etag, id) throws(Status) in
            let request = AcceptOwnershipTransferRequest(ownershipTransferId: test.offer.id, requestId: id, etag: etag)
            _ = try await test.installation.call(OwnershipServiceMethods.acceptOwnershipTransfer, request, as: test.kim)
        },
        Attempt(request: DeclineOwnershipTransferRequest.name, current: { $0.offer.etag }) { (test, etag, id) throws(Status) in
            let request = DeclineOwnershipTransferRequest(ownershipTransferId: test.offer.id, requestId: id, etag: etag)
            _ = try await test.installation.call(OwnershipServiceMethods.declineOwnershipTransfer, request, as: test.kim)
        },
    ]
}
