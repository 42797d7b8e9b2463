// Generated from mandate/identity/v1/account.proto by proto/generate. Do not edit.

internal import ArgumentParser
internal import Contract
internal import Messages

struct AccountCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "account",
        abstract: "Accounts and their states.",
        subcommands: [
            Invite.self, Show.self, Offboard.self, CreateFunctional.self, Update.self, UpdateProfile.self,
            ChangeType.self, Suspend.self, Reactivate.self, Delete.self, Get.self, List.self, Offboarding.self,
        ])
}

extension AccountCommand {
    struct CreateFunctional: Leaf {
        static let configuration = CommandConfiguration(
            commandName: "create-functional",
            abstract: "Creates a functional account, and with it a functional mailbox.",
            discussion: "Nobody signs in to it.")
        static let method = AccountServiceMethods.createFunctionalAccount
        var server: ServerName { .identity }

        @Argument(help: "The primary address.") var address: String
        @Option(help: "The name, for people.") var displayName = ""
        @Option(help: "A directory's own key, unique in the organization when not empty.") var externalId = ""
        @OptionGroup var change: ChangeOptions
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func request(_ connections: Connections) async throws -> CreateFunctionalAccountRequest {
            CreateFunctionalAccountRequest(
                account: Account(
                    organizationId: try await connections.organization(),
                    address: address,
                    displayName: displayName,
                    externalId: externalId),
                requestId: change.requestID,
                validateOnly: change.validateOnly)
        }
    }

    struct Update: Leaf {
        static let configuration = CommandConfiguration(
            commandName: "update",
            abstract: "Changes names of an account, as a directory has them.",
            discussion: "Its profile is UpdateProfile's.")
        static let method = AccountServiceMethods.updateAccount
        var server: ServerName { .identity }

        @Argument(help: .reference(.account), transform: Reference.account) var account: Reference
        @Option(help: "The name, for people.") var displayName: String?
        @Option(help: "A directory's own key, unique in the organization when not empty.") var externalId: String?
        @OptionGroup var etag: EtagOption
        @OptionGroup var change: ChangeOptions
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func request(_ connections: Connections) async throws -> UpdateAccountRequest {
            UpdateAccountRequest(
                account: Account(
                    id: try await connections.id(of: account),
                    displayName: displayName ?? "",
                    externalId: externalId ?? "",
                    etag: etag.etag),
                updateMask: try FieldMask([("display_name", displayName != nil), ("external_id", externalId != nil)]),
                requestId: change.requestID,
                validateOnly: change.validateOnly)
        }
    }

    struct UpdateProfile: Leaf {
        static let configuration = CommandConfiguration(
            commandName: "update-profile",
            abstract: "Changes a person's own profile: how the account is named and shown, and how others write to it.",
            discussion: """
                Everybody may change their own, whatever their role; another's profile, and a functional account's, is \
                changed by administrators. An administrator's profile needs no Full admin: it is not among what rule \
                C6 guards.
                """)
        static let method = AccountServiceMethods.updateProfile
        var server: ServerName { .identity }

        @Argument(help: .reference(.account), transform: Reference.account) var account: Reference
        @Option(help: "The name, for people.") var displayName: String?
        @Option(help: "The person's language, as a BCP 47 tag in its usual case: de-AT.") var language: String?
        @Option(help: "The --time-zone by its name in IANA's database: Europe/Vienna.") var timeZone: String?
        @Option(help: "Whom recipients see when a delegate sends from its mailbox, where the grant says nothing.")
        var displayedSender: Word<DisplayedSender>?
        @Option(help: "Where its picture is: an https URL of at most 500 bytes.") var pictureUrl: String?
        @OptionGroup var etag: EtagOption
        @OptionGroup var change: ChangeOptions
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func request(_ connections: Connections) async throws -> UpdateProfileRequest {
            UpdateProfileRequest(
                account: Account(
                    id: try await connections.id(of: account),
                    displayName: displayName ?? "",
                    etag: etag.etag,
                    language: language ?? "",
                    timeZone: timeZone ?? "",
                    displayedSender: displayedSender?.value ?? .unspecified,
                    pictureUrl: pictureUrl ?? ""),
                updateMask: try FieldMask([
                    ("display_name", displayName != nil), ("language", language != nil), ("time_zone", timeZone != nil),
                    ("displayed_sender", displayedSender != nil), ("picture_url", pictureUrl != nil),
                ]),
                requestId: change.requestID,
                validateOnly: change.validateOnly)
        }
    }

    struct ChangeType: Leaf {
        static let configuration = CommandConfiguration(
            commandName: "change-type",
            abstract: "Makes a functional account of a user or of an administrator, or a user of a functional account.",
            discussion: """
                A functional account signs in nowhere: sessions, password, roles and a pending invitation go at once, \
                and who was invited is active. A functional account that becomes a user has no password. Its mailbox \
                becomes a functional one or a personal one, and the grants on it stay. An administrator is made by \
                AssignRole and unmade by UnassignRole; nobody changes their own type, and an administrator's is \
                changed by a Full admin.
                """)
        static let method = AccountServiceMethods.changeAccountType
        var server: ServerName { .identity }

        @Argument(help: .reference(.account), transform: Reference.account) var account: Reference
        @Argument(help: "USER or FUNCTIONAL.") var accountType: Word<AccountType>
        @OptionGroup var justification: JustificationOption
        @OptionGroup var change: ChangeOptions
        @OptionGroup var etag: EtagOption
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func request(_ connections: Connections) async throws -> ChangeAccountTypeRequest {
            ChangeAccountTypeRequest(
                accountId: try await connections.id(of: account),
                accountType: accountType.value,
                justification: justification.justification,
                requestId: change.requestID,
                validateOnly: change.validateOnly,
                etag: etag.etag)
        }
    }

    struct Suspend: Leaf {
        static let configuration = CommandConfiguration(
            commandName: "suspend",
            abstract: "Suspends an account: its sessions end and every decision for it denies.",
            discussion: """
                A suspension that has an end is over then by itself. Who is suspended already is suspended as this \
                request says: with its end and reason, or without. When this has answered, no follower allows on the \
                old state.
                """)
        static let method = AccountServiceMethods.suspendAccount
        var server: ServerName { .identity }

        @Argument(help: .reference(.account), transform: Reference.account) var account: Reference
        @Option(help: .time("When the account is active again by itself; in the future"), transform: TimeArgument.read)
        var endTime: TimeArgument?
        @Option(help: "Why, for whoever looks at the account.") var reason: Word<SuspendReason>?
        @OptionGroup var justification: JustificationOption
        @OptionGroup var change: ChangeOptions
        @OptionGroup var etag: EtagOption
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func request(_ connections: Connections) async throws -> SuspendAccountRequest {
            SuspendAccountRequest(
                accountId: try await connections.id(of: account),
                justification: justification.justification,
                requestId: change.requestID,
                validateOnly: change.validateOnly,
                etag: etag.etag,
                endTime: endTime?.value,
                reason: reason?.value ?? .unspecified)
        }
    }

    struct Reactivate: Leaf {
        static let configuration = CommandConfiguration(
            commandName: "reactivate",
            abstract: "Reactivates a suspended account.",
            discussion: "Its grants count again.")
        static let method = AccountServiceMethods.reactivateAccount
        var server: ServerName { .identity }

        @Argument(help: .reference(.account), transform: Reference.account) var account: Reference
        @OptionGroup var justification: JustificationOption
        @OptionGroup var change: ChangeOptions
        @OptionGroup var etag: EtagOption
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func request(_ connections: Connections) async throws -> ReactivateAccountRequest {
            ReactivateAccountRequest(
                accountId: try await connections.id(of: account),
                justification: justification.justification,
                requestId: change.requestID,
                validateOnly: change.validateOnly,
                etag: etag.etag)
        }
    }

    struct Delete: Leaf {
        static let configuration = CommandConfiguration(
            commandName: "delete",
            abstract: """
                Deletes an account for good: what is left is a tombstone in state DELETED, which gives nothing from \
                then on and still says who an old event is about.
                """,
            discussion: """
                With it go its sessions, password, roles and group memberships, and mailbox removes the grants to it \
                and on its mailbox. Nothing restores it: suspend an account that may come back. The owner is never \
                deleted, and nobody deletes themselves. When this has answered, no follower allows on the old state.
                """)
        static let method = AccountServiceMethods.deleteAccount
        var server: ServerName { .identity }

        @Argument(help: .reference(.account), transform: Reference.account) var account: Reference
        @OptionGroup var justification: JustificationOption
        @OptionGroup var change: ChangeOptions
        @OptionGroup var etag: EtagOption
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func request(_ connections: Connections) async throws -> DeleteAccountRequest {
            DeleteAccountRequest(
                accountId: try await connections.id(of: account),
                justification: justification.justification,
                requestId: change.requestID,
                validateOnly: change.validateOnly,
                etag: etag.etag)
        }
    }

    struct Get: Leaf {
        static let configuration = CommandConfiguration(commandName: "get", abstract: "Shows one account.")
        static let method = AccountServiceMethods.getAccount
        var server: ServerName { .identity }

        @Argument(help: .reference(.account), transform: Reference.account) var account: Reference
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func request(_ connections: Connections) async throws -> GetAccountRequest {
            GetAccountRequest(key: .accountId(try await connections.id(of: account)))
        }
    }

    struct List: ListLeaf {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: "Lists an organization's accounts, by id: all, or those that are named.")
        static let method = AccountServiceMethods.listAccounts
        var server: ServerName { .identity }

        @Option(help: "Only this type.") var accountType: Word<AccountType>?
        @Option(help: "Only this state.") var state: Word<AccountState>?
        @Option(
            name: .customLong("account"),
            help: .reference(.account, "Only accounts with one of these ids, addresses or external ids"),
            transform: Reference.account)
        var accounts: [Reference] = []
        @Option(
            name: .customLong("address"),
            help: """
                Only accounts with one of these addresses, primary or alias, compared as they are unique: without \
                case.
                """)
        var addresses: [String] = []
        @Option(name: .customLong("external-id"), help: "Only accounts with one of these external ids, byte by byte.")
        var externalIds: [String] = []
        @Option(
            help: .reference(.unit, "Only accounts that belong to this organizational unit itself"),
            transform: Reference.unit)
        var unit: Reference?
        @OptionGroup var list: ListOptions

        func request(_ connections: Connections) async throws -> ListAccountsRequest {
            ListAccountsRequest(
                organizationId: try await connections.organization(),
                accountType: accountType?.value ?? .unspecified,
                state: state?.value ?? .unspecified,
                accountIds: try await connections.ids(of: accounts),
                addresses: addresses,
                externalIds: externalIds,
                unitId: try await connections.id(of: unit) ?? "")
        }
    }
}
