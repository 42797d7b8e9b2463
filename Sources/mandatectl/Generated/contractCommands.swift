// Generated from every .proto file by proto/generate. Do not edit.

internal import ArgumentParser

/// The commands of the contract's packages.
enum ContractCommands {
    static var audit: [any ParsableCommand.Type] {
        [LogCommand.self]
    }
    static var identity: [any ParsableCommand.Type] {
        [
            AccountCommand.self, AddressCommand.self, AdministratorCommand.self, BillingCommand.self,
            DomainCommand.self, GroupCommand.self, InvitationCommand.self, LicenceCommand.self,
            OrganizationCommand.self, OwnershipCommand.self, PolicyCommand.self, RoleCommand.self, SessionCommand.self,
            SubscriptionCommand.self, SystemOperationCommand.self, TenantCommand.self, UnitCommand.self,
        ]
    }
    static var mailbox: [any ParsableCommand.Type] {
        [GrantCommand.self, RevokeCommand.self, DelegationCommand.self, MailboxCommand.self, SignatureCommand.self]
    }
    static var server: [any ParsableCommand.Type] {
        [BackupCommand.self]
    }
}
