// What one delegation gives at an instant, for lists; by the same word as decisions (`standing`).
extension OrganizationState {
    /// Whether a delegation gives anything at this instant: a right, or a folder.
    func givesSomething(_ position: Int, at now: Now) -> Bool {
        let record = delegations[position]
        if record.rights.isEmpty { return false }
        let guarded = record.group != nil && isGuarded(record.mailbox)
        return Rights.each.contains { right in
            switch standing(position, guarded: guarded, Asked(right), at: now) {
            case .counts, .folderExcluded: true
            case .rightMissing, .notAll, .notYet, .expired, .frozen, .guarded: false
            }
        }
    }

    /// Nil where it gives nothing.
    func given(_ position: Int, at now: Now) -> AccessGrant? {
        guard givesSomething(position, at: now) else { return nil }
        let record = delegations[position]
        let counting = Rights.each.filter { standing(position, guarded: false, Asked($0), at: now) == .counts }
        let isOpening = record.hasFolders && record.rights.contains(.open)
        return AccessGrant(
            delegation: record.id, rights: Rights(counting), folders: isOpening ? delegations.folders(position) : [])
    }
}

extension [AccessGrant] {
    /// What all of them come to, of folders: none where one of them opens the whole mailbox without naming any.
    var folders: [FolderGrant] {
        contains { $0.folders.isEmpty && $0.rights.contains(.open) } ? [] : flatMap(\.folders).merged
    }
}

extension [FolderGrant] {
    /// Each folder once with all that is given of it, without those that are within another that gives as much.
    var merged: [FolderGrant] {
        var kept: [FolderGrant] = []
        for grant in inOrder {
            if let last = kept.last, last.path == grant.path, last.subtree == grant.subtree {
                kept[kept.endIndex - 1].operations.formUnion(grant.operations)
            } else {
                kept.append(grant)
            }
        }
        // Found by their paths, of which a folder has few above it: there may be thousands of folders, and a lock is held.
        var subtrees: [FolderPath: FolderOperations] = [:]
        for grant in kept where grant.subtree { subtrees[grant.path] = grant.operations }
        return kept.filter { grant in
            !grant.path.upwards.contains { path in
                if path == grant.path && grant.subtree { return false }
                return subtrees[path]?.isSuperset(of: grant.operations) ?? false
            }
        }
    }
}
