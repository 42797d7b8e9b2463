internal import Contract
internal import MailboxDomain
internal import MailboxStorage
internal import Messages
internal import Mutations
internal import RPC

extension DelegationHandler {
    /// Gives a delegation other terms, what the mask names of them. That is to grant anew, by the same rules, and whoever does
    /// it has granted it last.
    func updateDelegation(_ request: UpdateDelegationRequest, _ call: Call) throws(Status) -> Answer<UpdateDelegationResponse> {
        mailboxes.perform(
            DelegationChange(
                needsView: true, which: { request throws(Status) in try WhichDelegation(request) },
                names: ("delegation.id", "delegation.mailbox_id", "delegation.grantee_id")
            ) { [mailboxes] write, account, before in
                let wanted = request.delegation ?? Messages.Delegation()
                try Selectors(chosen: "delegation.id")
                    .expect("delegation.organization_id", wanted.organizationId, is: before.organizationId)
                let was = try before.terms()
                let terms = try was.changed(as: request.updateMask, wanted)
                if terms == was { return UpdateDelegationResponse(delegation: before, unchanged: true) }
                let after = try mailboxes.give(terms, to: before, instead: before, by: account, nil, write)
                return UpdateDelegationResponse(delegation: after)
            }, request, call)
    }
}

extension WhichDelegation {
    fileprivate init(_ request: UpdateDelegationRequest) throws(Status) {
        let wanted = request.delegation ?? Messages.Delegation()
        if wanted.id.isEmpty { throw .missing("delegation.id") }
        self = .id(
            try Field.delegation(wanted.id, "delegation.id"), mailbox: wanted.mailboxId, grantee: wanted.granteeId)
    }
}

/// What a mask can name.
private enum DelegationField: String {
    case rights
    case startTime = "start_time"
    case expireTime = "expire_time"
    case displayedSender = "displayed_sender"
    case readFolders = "read_folders"
    case writeFolders = "write_folders"
    case deleteFolders = "delete_folders"
}

extension GrantTerms {
    /// The folders are three fields of one value: what the mask leaves out stays as it is in the others.
    fileprivate func changed(as mask: FieldMask?, _ wanted: Messages.Delegation) throws(Status) -> GrantTerms {
        let paths = mask?.paths ?? []
        if paths.isEmpty { throw .missing("update_mask") }
        var terms = self
        var lists = FolderLists(folders)
        for path in paths {
            switch DelegationField(rawValue: path) {
            case .rights: terms.rights = try Field.rights(wanted.rights, "delegation.rights")
            case .startTime: terms.window.startTime = try Field.begin(wanted.startTime, "delegation.start_time")
            case .expireTime: terms.window.expireTime = try Field.end(wanted.expireTime, "delegation.expire_time")
            case .displayedSender: terms.sender = try Field.sender(wanted.displayedSender, "delegation.displayed_sender")
            case .readFolders: lists.read = wanted.readFolders
            case .writeFolders: lists.write = wanted.writeFolders
            case .deleteFolders: lists.delete = wanted.deleteFolders
            case nil: throw .invalid("update_mask", "\(path) is nothing of a delegation that can be changed")
            }
        }
        terms.folders = try Field.folders(lists, "delegation.")
        return terms
    }
}
