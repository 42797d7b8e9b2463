// Generated from mandate/identity/v1/mailbox_address.proto by proto/generate. Do not edit.

internal import Messages

extension ListMailboxAddressesRequest: PageRequest {}

extension ListMailboxAddressesResponse: ListPage {
    static var rowsName: String { "mailboxAddresses" }
    var rows: [MailboxAddress] { mailboxAddresses }
}
