internal import Messages
internal import Mutations

// What changes here, by its answers.

extension GrantResponse: ChangeAnswer {}
extension RevokeResponse: ChangeAnswer {}
