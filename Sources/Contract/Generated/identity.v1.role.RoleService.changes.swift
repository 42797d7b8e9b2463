// Generated from mandate/identity/v1/role.proto by proto/generate. Do not edit.

package import Messages

extension ListRolesRequest: PagedRequest {}

extension ListRolesRequest: LoggedRequest {
    package var occurrence: Occurrence {
        Occurrence(
            .roleListed,
            "organization",
            organizationId)
    }
    package var organizationNamed: String {
        organizationId
    }
}
