// Generated from mandate/identity/v1/subscription.proto by proto/generate. Do not edit.

internal import ArgumentParser
internal import Contract
internal import Messages

struct SubscriptionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "subscription",
        abstract: "An organization's subscriptions.",
        subcommands: [Create.self, Update.self, Cancel.self, Get.self, List.self])
}

extension SubscriptionCommand {
    struct Create: Leaf {
        static let configuration = CommandConfiguration(
            commandName: "create",
            abstract: "Buys a subscription: so many licences of a plan.")
        static let method = SubscriptionServiceMethods.createSubscription
        var server: ServerName { .identity }

        @Option(help: "The tenant that it is for; empty for none.") var tenant = ""
        @Option(
            help: """
                What its licences give: free, entry, pro, ultra or another name: at most 40 lower case letters, \
                digits, - and _.
                """)
        var plan = ""
        @Option(parsing: .unconditional, help: "How many licences it has: 1 to 10,000,000.") var licenceCount: Int32 = 0
        @OptionGroup var change: ChangeOptions
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func request(_ connections: Connections) async throws -> CreateSubscriptionRequest {
            CreateSubscriptionRequest(
                subscription: Subscription(
                    organizationId: try await connections.organization(),
                    tenantId: tenant,
                    plan: plan,
                    licenceCount: licenceCount),
                requestId: change.requestID,
                validateOnly: change.validateOnly)
        }
    }

    struct Update: Leaf {
        static let configuration = CommandConfiguration(
            commandName: "update",
            abstract: "Changes a subscription's plan, its number of licences, or both.",
            discussion: """
                Who has one of its licences has the new plan when this has answered. Refused for fewer licences than \
                are assigned.
                """)
        static let method = SubscriptionServiceMethods.updateSubscription
        var server: ServerName { .identity }

        @Argument(help: "sub_ and a UUIDv7 in base32.") var subscription: String
        @Option(
            help: """
                What its licences give: free, entry, pro, ultra or another name: at most 40 lower case letters, \
                digits, - and _.
                """)
        var plan: String?
        @Option(parsing: .unconditional, help: "How many licences it has: 1 to 10,000,000.") var licenceCount: Int32?
        @OptionGroup var etag: EtagOption
        @OptionGroup var change: ChangeOptions
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func request(_ connections: Connections) async throws -> UpdateSubscriptionRequest {
            UpdateSubscriptionRequest(
                subscription: Subscription(
                    id: subscription,
                    plan: plan ?? "",
                    licenceCount: licenceCount ?? 0,
                    etag: etag.etag),
                updateMask: try FieldMask([("plan", plan != nil), ("licence_count", licenceCount != nil)]),
                requestId: change.requestID,
                validateOnly: change.validateOnly)
        }
    }

    struct Cancel: Leaf {
        static let configuration = CommandConfiguration(
            commandName: "cancel",
            abstract: "Ends a subscription, for good.",
            discussion: """
                When this has answered, nobody has its plan any more; its licences are freed within seconds, each with \
                an event.
                """)
        static let method = SubscriptionServiceMethods.cancelSubscription
        var server: ServerName { .identity }

        @Argument(help: "The subscription.") var subscription: String
        @OptionGroup var justification: JustificationOption
        @OptionGroup var change: ChangeOptions
        @OptionGroup var etag: EtagOption
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func request(_ connections: Connections) async throws -> CancelSubscriptionRequest {
            CancelSubscriptionRequest(
                subscriptionId: subscription,
                justification: justification.justification,
                requestId: change.requestID,
                validateOnly: change.validateOnly,
                etag: etag.etag)
        }
    }

    struct Get: Leaf {
        static let configuration = CommandConfiguration(commandName: "get", abstract: "Shows one subscription.")
        static let method = SubscriptionServiceMethods.getSubscription
        var server: ServerName { .identity }

        @Argument(help: "Its id.") var subscription: String
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func request(_ connections: Connections) async throws -> GetSubscriptionRequest {
            GetSubscriptionRequest(subscriptionId: subscription)
        }
    }

    struct List: ListLeaf {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: "Lists an organization's subscriptions, by id.")
        static let method = SubscriptionServiceMethods.listSubscriptions
        var server: ServerName { .identity }

        @Option(help: "Only this state.") var state: Word<SubscriptionState>?
        @OptionGroup var list: ListOptions

        func request(_ connections: Connections) async throws -> ListSubscriptionsRequest {
            ListSubscriptionsRequest(
                organizationId: try await connections.organization(),
                state: state?.value ?? .unspecified)
        }
    }
}
