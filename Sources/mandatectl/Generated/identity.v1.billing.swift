// Generated from mandate/identity/v1/billing.proto by proto/generate. Do not edit.

internal import ArgumentParser
internal import Contract
internal import Messages

struct BillingCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "billing",
        abstract: "Billing details, which the owner alone sees and changes: to everybody else they are not there.",
        subcommands: [Details.self, Update.self])
}

extension BillingCommand {
    struct Details: Leaf {
        static let configuration = CommandConfiguration(
            commandName: "details",
            abstract: "Shows an organization's billing details, to its owner.")
        static let method = BillingServiceMethods.getBillingDetails
        var server: ServerName { .identity }

        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func request(_ connections: Connections) async throws -> GetBillingDetailsRequest {
            GetBillingDetailsRequest(organizationId: try await connections.organization())
        }
    }

    struct Update: Leaf {
        static let configuration = CommandConfiguration(
            commandName: "update",
            abstract: "Changes billing details, all that the mask names, or none.")
        static let method = BillingServiceMethods.updateBillingDetails
        var server: ServerName { .identity }

        @Option(name: .customLong("payer"), help: "Who pays, as it stands on the bill.") var name: String?
        @Option(name: .customLong("address-line"), help: "Where they are, line by line, without the country.")
        var addressLines: [String] = []
        @Option(help: "Two letters of ISO 3166-1.") var country: String?
        @Option(help: "The number that they are taxed by, as in DE123456789.") var vatNumber: String?
        @Option(help: "Where bills are sent.") var email: String?
        @Option(help: "By which they find the payment, as an order's number.") var paymentReference: String?
        @OptionGroup var etag: EtagOption
        @OptionGroup var justification: JustificationOption
        @OptionGroup var change: ChangeOptions
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func request(_ connections: Connections) async throws -> UpdateBillingDetailsRequest {
            UpdateBillingDetailsRequest(
                billingDetails: BillingDetails(
                    organizationId: try await connections.organization(),
                    name: name ?? "",
                    addressLines: addressLines.filter { !$0.isEmpty },
                    country: country ?? "",
                    vatNumber: vatNumber ?? "",
                    email: email ?? "",
                    paymentReference: paymentReference ?? "",
                    etag: etag.etag),
                updateMask: try FieldMask([
                    ("name", name != nil), ("address_lines", !addressLines.isEmpty), ("country", country != nil),
                    ("vat_number", vatNumber != nil), ("email", email != nil),
                    ("payment_reference", paymentReference != nil),
                ]),
                justification: justification.justification,
                requestId: change.requestID,
                validateOnly: change.validateOnly)
        }
    }
}
