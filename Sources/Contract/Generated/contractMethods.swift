// Generated from every .proto file by proto/generate. Do not edit.

package import RPC

/// Every method of every service of the contract.
package let contractMethods: [MethodDescriptor] = [
    HealthMethods.all,
    ServerReflectionMethods.all,
    AlphaServerReflectionMethods.all,
    EventServiceMethods.all,
    LogServiceMethods.all,
    FeedServiceMethods.all,
    AccountServiceMethods.all,
    AddressServiceMethods.all,
    AdministratorServiceMethods.all,
    AuthorizationServiceMethods.all,
    BillingServiceMethods.all,
    DomainServiceMethods.all,
    GroupServiceMethods.all,
    InvitationServiceMethods.all,
    LicenceServiceMethods.all,
    MailboxAddressServiceMethods.all,
    OrganizationServiceMethods.all,
    OwnershipServiceMethods.all,
    PolicyServiceMethods.all,
    RoleServiceMethods.all,
    SessionServiceMethods.all,
    SubscriptionServiceMethods.all,
    SystemOperationServiceMethods.all,
    TenantServiceMethods.all,
    UnitServiceMethods.all,
    AccessServiceMethods.all,
    DelegationServiceMethods.all,
    MailboxServiceMethods.all,
    OffboardingServiceMethods.all,
    SignatureServiceMethods.all,
    ServerServiceMethods.all,
].flatMap { $0 }
