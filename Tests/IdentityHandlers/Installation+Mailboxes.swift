import Contract
import IdentityHandlers
import Messages
import RPC

// What mailbox calls.
extension Installation {
    @discardableResult
    func claim(
        _ address: String, for owner: Account, mailbox: String, requestID: String = "", validateOnly: Bool = false
    ) async throws(Status) -> ClaimMailboxAddressResponse {
        try await call(
            MailboxAddressServiceMethods.claimMailboxAddress,
            ClaimMailboxAddressRequest(
                mailboxId: mailbox, ownerId: owner.id, address: address, requestedBy: owner.id, justification: "a shop",
                requestId: requestID, validateOnly: validateOnly))
    }

    @discardableResult
    func free(_ mailbox: String) async throws(Status) -> ReleaseMailboxAddressResponse {
        try await call(
            MailboxAddressServiceMethods.releaseMailboxAddress, ReleaseMailboxAddressRequest(mailboxId: mailbox))
    }

    func mailboxAddresses() async throws(Status) -> [MailboxAddress] {
        try await call(MailboxAddressServiceMethods.listMailboxAddresses, ListMailboxAddressesRequest()).mailboxAddresses
    }
}

/// The id of a mailbox that mailbox has made, by its number.
func mailboxID(_ number: Int) -> String { Identifier.text(UInt128(number), prefix: "mbx") }
