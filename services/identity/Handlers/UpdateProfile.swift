internal import Contract
internal import IdentityDomain
internal import IdentityStorage
internal import Messages
internal import Mutations
internal import RPC

extension AccountHandler {
    /// Changes what a person says of themselves (B8): by themselves whatever their role, else by an administrator.
    func updateProfile(_ request: UpdateProfileRequest, _ call: Call) throws(Status) -> Answer<UpdateProfileResponse> {
        identity.changing(request, call) { write, administration in
            let wanted = request.account ?? Account()
            try Field.required(wanted.id, "account.id")
            let fields: Set<ProfileField> = try Field.mask(
                request.updateMask, else: "a profile is \(ProfileField.allCases.map(\.rawValue).joined(separator: ", "))")
            let before = try administration.account(wanted.id)
            try Selectors(chosen: "account.id")
                .expect("account.organization_id", wanted.organizationId, is: before.organizationId)
            var account = before
            for field in fields { try field.take(wanted, &account, administration.administrator.policies) }
            if write.differences(before, account).isEmpty { return UpdateProfileResponse(account: before, unchanged: true) }
            if before.state == .deleted { throw Refusal.wrongState(.deleted, "it cannot be changed") }
            account = try write.tx.update(account)
            try write.report(before, account)
            return UpdateProfileResponse(account: account)
        }
    }
}

/// A field of a profile. Raw values are the names of the account's fields.
private enum ProfileField: String, CaseIterable {
    case displayName = "display_name"
    case language
    case timeZone = "time_zone"
    case displayedSender = "displayed_sender"
    case pictureURL = "picture_url"

    func take(_ wanted: Account, _ account: inout Account, _ policies: Policies) throws(Refusal) {
        let path = "account." + rawValue
        switch self {
        case .displayName: account.displayName = wanted.displayName
        case .language:
            account.language = wanted.language.isEmpty ? "" : try LanguageTag(wanted.language, field: path).text
        case .timeZone:
            try Profile.checkTimeZone(wanted.timeZone, field: path)
            account.timeZone = wanted.timeZone
        case .displayedSender:
            if wanted.displayedSender != .unspecified { try policies.mayChooseSender(field: path) }
            account.displayedSender = wanted.displayedSender
        case .pictureURL:
            try Profile.checkPicture(wanted.pictureUrl, field: path)
            account.pictureUrl = wanted.pictureUrl
        }
    }
}
