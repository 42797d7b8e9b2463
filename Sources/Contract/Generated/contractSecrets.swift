// Generated from every .proto file by proto/generate. Do not edit.

package import Messages

extension AcceptInvitationRequest: HoldsSecrets {
    package var withoutSecrets: AcceptInvitationRequest {
        var out = self
        out.invitationToken = ""
        out.password = ""
        return out
    }
}

extension AuthorizeRequest: HoldsSecrets {
    package var withoutSecrets: AuthorizeRequest {
        var out = self
        if case .sessionToken? = out.subject { out.subject = .sessionToken("") }
        return out
    }
}

extension CreateOrganizationRequest: HoldsSecrets {
    package var withoutSecrets: CreateOrganizationRequest {
        var out = self
        out.ownerPassword = ""
        return out
    }
}

extension CreateSessionRequest: HoldsSecrets {
    package var withoutSecrets: CreateSessionRequest {
        var out = self
        out.password = ""
        return out
    }
}

extension CreateSessionResponse: HoldsSecrets {
    package var withoutSecrets: CreateSessionResponse {
        var out = self
        out.sessionToken = ""
        return out
    }
}

extension DeclineInvitationRequest: HoldsSecrets {
    package var withoutSecrets: DeclineInvitationRequest {
        var out = self
        out.invitationToken = ""
        return out
    }
}

extension InviteAccountResponse: HoldsSecrets {
    package var withoutSecrets: InviteAccountResponse {
        var out = self
        out.invitationToken = ""
        return out
    }
}

extension InviteAdministratorResponse: HoldsSecrets {
    package var withoutSecrets: InviteAdministratorResponse {
        var out = self
        out.invitationToken = ""
        return out
    }
}

extension ResendInvitationResponse: HoldsSecrets {
    package var withoutSecrets: ResendInvitationResponse {
        var out = self
        out.invitationToken = ""
        return out
    }
}
