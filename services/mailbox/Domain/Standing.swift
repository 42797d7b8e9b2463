/// How one delegation stands to one question: the first of these that it is, from below (see `Tally`).
package enum Standing: String, Sendable {
    /// Running, with the right.
    case counts
    /// Running, without the right.
    case rightMissing = "right_missing"
    /// Running, of a set that counts for nothing under the organization's policy (rule D3).
    case notAll = "all_or_nothing"
    /// Running, with the right, and not of the folder or not for what is done with it (rule D27).
    case folderExcluded = "folder_excluded"
    /// Has not begun.
    case notYet = "not_yet"
    /// Has ended.
    case expired
    /// Stopped (rule D2).
    case frozen = "grant_frozen"
    /// A group's, on an administrator's own mailbox, while such are guarded.
    case guarded = "administrator_guarded"
}

// The one place that says how a delegation stands: decisions and lists ask here, so they cannot differ.
extension OrganizationState {
    /// `guarded`: it is a group's, and such do not count in its mailbox.
    @inline(__always)
    func standing(_ position: Int, guarded: Bool, _ asked: Asked, at now: Now) -> Standing {
        if isSimple(position), !guarded {
            return delegations[position].rights.isSuperset(of: asked.right) ? .counts : .rightMissing
        }
        return standingInDetail(position, guarded, asked, now)
    }

    /// Its rights are all that is asked of it.
    @inline(__always)
    func isSimple(_ position: Int) -> Bool { delegations[position].isPlain && !asks.contains(.allOrNothing) }

    @inline(never)
    private func standingInDetail(_ position: Int, _ guarded: Bool, _ asked: Asked, _ now: Now) -> Standing {
        if guarded { return .guarded }
        if delegations[position].isFrozen { return .frozen }
        switch delegations.window(position).phase(at: now) {
        case .over: return .expired
        case .notYet: return .notYet
        case .running: return standingOfTerms(position, asked)
        }
    }

    /// While it runs: by what it gives alone.
    func standingOfTerms(_ position: Int, _ asked: Asked) -> Standing {
        let record = delegations[position]
        var rights = record.rights
        if asks.contains(.allOrNothing) {
            guard rights.isSuperset(of: [.open, .send]), !record.hasFolders else { return .notAll }
            rights = [.open, .send]
        }
        guard rights.isSuperset(of: asked.right) else { return .rightMissing }
        guard record.hasFolders, asked.right.contains(.open) else { return .counts }
        return delegations.folders(position).cover(asked.folder, asked.operation) ? .counts : .folderExcluded
    }
}
