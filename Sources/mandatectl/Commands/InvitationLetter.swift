internal import Messages

/// What to send to who is invited, until the service sends it by mail: the token, what it is for, and until when.
enum InvitationLetter {
    /// The invitation, and below it the letter.
    static func lines(_ invitation: Invitation?, _ token: String) -> [(String, String)] {
        let invitation = invitation ?? Invitation()
        return invitation.lines + [("token", token)] + lines(token, invitation.expireTime)
    }

    /// None where nothing was made, as with --validate-only.
    static func lines(_ token: String, _ expireTime: Timestamp?) -> [(String, String)] {
        guard !token.isEmpty else { return [] }
        return [("send", text(token, expireTime))]
    }

    static func text(_ token: String, _ expireTime: Timestamp?) -> String {
        """
        You are invited. Accept with 'mandatectl invitation accept' and this token: \(token) \
        It ends at \(expireTime?.text ?? "no time"), and any token that you were sent before is void.
        """
    }
}
