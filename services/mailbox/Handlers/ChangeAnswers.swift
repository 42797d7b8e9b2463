internal import Messages
internal import Mutations

// What changes here, by its answers.

extension GrantDelegationResponse: ChangeAnswer {}
extension RevokeDelegationResponse: ChangeAnswer {}
