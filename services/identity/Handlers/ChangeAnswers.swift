internal import Messages
internal import Mutations

// What changes here, by its answers.

extension CreateOrganizationResponse: ChangeAnswer {}
extension InviteAccountResponse: ChangeAnswer {}
extension AcceptInvitationResponse: ChangeAnswer {}
extension CreateFunctionalAccountResponse: ChangeAnswer {}
extension UpdateAccountResponse: ChangeAnswer {}
extension SuspendAccountResponse: ChangeAnswer {}
extension ReactivateAccountResponse: ChangeAnswer {}
extension AssignRoleResponse: ChangeAnswer {}
extension CreateGroupResponse: ChangeAnswer {}
extension AddGroupMemberResponse: ChangeAnswer {}
extension RemoveGroupMemberResponse: ChangeAnswer {}
