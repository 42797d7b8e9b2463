// What the mailbox service does next.
extension Histories {
    private mutating func rights() -> [Oracle.Right] { Oracle.Right.allCases.filter { $0 == .setUp ? chance(40) : chance(70) } }

    private mutating func folderRows() -> [Oracle.FolderRow] {
        let paths = Self.folders.shuffled(using: &random).prefix(Int.random(in: 1...3, using: &random))
        return paths.map { path in
            let deeds = Oracle.Deed.allCases.filter { $0 == .read ? chance(85) : chance(35) }
            return Oracle.FolderRow(path: path, subtree: chance(55), deeds: deeds.isEmpty ? [.delete] : deeds)
        }
    }

    mutating func put(_ organization: Int) -> Oracle.Act {
        numbers += 1
        // Ids in no order: equals are settled by them.
        let id = numbers * 7919 % 10_007 + 1
        var row = Oracle.GrantRow(
            id: id, mailbox: mailbox(near(organization)), grantee: party(near(organization)), rights: rights(),
            start: maybe(15) { $0.time() }, isFrozen: chance(8), sender: maybe(50) { $0.pick([.show, .hide]) })
        // Beside another group's, of the same rights in the same mailbox, or hardly anybody had one right by two.
        let others = rows.grants.filter { $0.isToGroup && Oracle.organization(of: $0.mailbox) == organization }
        if chance(30), let other = others.randomElement(using: &random) {
            (row.mailbox, row.grantee, row.rights) = (other.mailbox, .group(group(organization)), other.rights)
        }
        if row.rights.contains(.open), chance(30) { row.folders = folderRows() }
        if chance(30) { row.end = max(time(), (row.start ?? .min / 2) + 1) }
        return .put(row)
    }

    /// One thing of one grant that is there is otherwise.
    private mutating func updated(_ organization: Int) -> Oracle.Act {
        let there = rows.grants.filter { Oracle.organization(of: $0.mailbox) == organization }
        guard var row = there.randomElement(using: &random) else { return put(organization) }
        switch Int.random(in: 0..<7, using: &random) {
        case 0..<3: row.isFrozen.toggle()
        case 3: row.rights = row.folders.isEmpty ? rights() : [.open] + (chance(50) ? [.send] : [])
        case 4: row.folders = row.folders.isEmpty && row.rights.contains(.open) ? folderRows() : []
        case 5: row.sender = maybe(60) { $0.pick([.show, .hide]) }
        default: (row.start, row.end) = (nil, maybe(50) { $0.time() })
        }
        return .put(row)
    }

    mutating func act(_ organization: Int) -> Oracle.Act {
        switch Int.random(in: 0..<100, using: &random) {
        case 0..<40: return put(organization)
        case 40..<58: return updated(organization)
        case 58..<68:
            let there = rows.grants.filter { Oracle.organization(of: $0.mailbox) == organization }
            guard let row = there.randomElement(using: &random) else { return put(organization) }
            return .removed(mailbox: row.mailbox, row.grantee)
        case 68..<80: return registered(organization, box(organization))
        case 80..<83: return .unregistered(box(organization))
        case 83..<84: return .mailboxCleared(mailbox(near(organization)))
        case 84..<85: return .granteeCleared(party(near(organization)))
        default:
            return .settings(
                Oracle.SettingsRow(
                    mailbox: mailbox(near(organization)), sharing: maybe(60) { $0.chance(75) },
                    sender: maybe(50) { $0.pick([.show, .hide]) }))
        }
    }

    /// A new one, or one that is transferred, has another address, or another name.
    mutating func registered(_ organization: Int, _ id: Int) -> Oracle.Act {
        let held = rows.boxes.filter { $0.id != id }.map(\.address)
        let free = Self.boxAddresses.filter { !held.contains($0) }
        guard var row = rows.box(id) else {
            return .registered(
                Oracle.BoxRow(
                    id: id, owner: person(near(organization)), address: pick(free), name: "Box \(id)", unshared: chance(15)))
        }
        switch Int.random(in: 0..<4, using: &random) {
        case 0...1: row.owner = person(near(organization))
        case 2: row.address = pick(free)
        default: row.name += "'"
        }
        return .registered(row)
    }
}
