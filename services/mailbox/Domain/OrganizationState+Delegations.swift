// Delegations, each in its mailbox's list and in its grantee's. What a list begins with stands with whose it is.
extension OrganizationState {
    /// Adds the delegation of (mailbox, grantee) or gives it these terms. `grantee` carries the group bit.
    mutating func put(_ delegation: Delegation, mailbox: UInt32, grantee: UInt32) {
        if clearing.covers(mailbox: mailbox, grantee: grantee) { clear(.max) }
        if let there = delegations.find(mailbox: mailbox, grantee: grantee) {
            delegations.replace(there, with: delegation)
            return
        }
        let (sibling, next) = (accounts[Int(mailbox)].firstDelegation, firstGrant(of: grantee))
        delegations.insert(
            DelegationTable.Record(
                delegation, mailbox: mailbox, grantee: grantee, nextOfMailbox: sibling, nextOfGrantee: next),
            delegation)
        if sibling != DelegationTable.none {
            delegations[delegations.linked(mailbox: mailbox, grantee: sibling)].previousOfMailbox = grantee
        }
        if next != DelegationTable.none {
            delegations[delegations.linked(mailbox: next, grantee: grantee)].previousOfGrantee = mailbox
        }
        accounts[Int(mailbox)].firstDelegation = grantee
        accounts[Int(mailbox)].delegationCount += 1
        setFirstGrant(of: grantee, mailbox)
    }

    /// Removes the delegation of (mailbox, grantee), if there is one.
    mutating func remove(mailbox: UInt32, grantee: UInt32) {
        guard let position = delegations.find(mailbox: mailbox, grantee: grantee) else { return }
        let record = delegations[position]

        if record.previousOfMailbox == DelegationTable.none {
            accounts[Int(mailbox)].firstDelegation = record.nextOfMailbox
        } else {
            let before = delegations.linked(mailbox: mailbox, grantee: record.previousOfMailbox)
            delegations[before].nextOfMailbox = record.nextOfMailbox
        }
        if record.nextOfMailbox != DelegationTable.none {
            let after = delegations.linked(mailbox: mailbox, grantee: record.nextOfMailbox)
            delegations[after].previousOfMailbox = record.previousOfMailbox
        }
        accounts[Int(mailbox)].delegationCount -= 1

        if record.previousOfGrantee == DelegationTable.none {
            setFirstGrant(of: grantee, record.nextOfGrantee)
        } else {
            let before = delegations.linked(mailbox: record.previousOfGrantee, grantee: grantee)
            delegations[before].nextOfGrantee = record.nextOfGrantee
        }
        if record.nextOfGrantee != DelegationTable.none {
            let after = delegations.linked(mailbox: record.nextOfGrantee, grantee: grantee)
            delegations[after].previousOfGrantee = record.previousOfGrantee
        }
        delegations.remove(position)
    }

    func firstGrant(of grantee: UInt32) -> UInt32 {
        grantee & DelegationTable.groupBit == 0
            ? accounts[Int(grantee)].firstGrant
            : firstGrantOfGroup[Int(grantee & ~DelegationTable.groupBit)]
    }

    private mutating func setFirstGrant(of grantee: UInt32, _ mailbox: UInt32) {
        if grantee & DelegationTable.groupBit == 0 {
            accounts[Int(grantee)].firstGrant = mailbox
        } else {
            firstGrantOfGroup[Int(grantee & ~DelegationTable.groupBit)] = mailbox
        }
    }

    /// Where the delegation of (mailbox, grantee) is; nil when there is none that counts.
    @inline(__always)
    func delegation(of mailbox: UInt32, to grantee: UInt32) -> Int? {
        guard let position = delegations.find(mailbox: mailbox, grantee: grantee) else { return nil }
        return clearing.covers(mailbox: mailbox, grantee: grantee) ? nil : position
    }

    /// The delegations of a mailbox, in no particular order.
    @inline(__always)
    func forEachDelegation(of mailbox: UInt32, _ body: (_ position: Int) -> Void) {
        delegations.forEach(of: mailbox, from: accounts[Int(mailbox)].firstDelegation) { position in
            if !clearing.covers(mailbox: mailbox, grantee: delegations[position].grantee) { body(position) }
        }
    }

    /// The delegations to a grantee, in no particular order.
    @inline(__always)
    func forEachDelegation(to grantee: UInt32, _ body: (_ position: Int) -> Void) {
        delegations.forEach(to: grantee, from: firstGrant(of: grantee)) { position in
            if !clearing.covers(mailbox: delegations[position].mailbox, grantee: grantee) { body(position) }
        }
    }
}
