import Testing

@testable import Generator

@Suite struct HelpTests {
    @Test(
        "a comment of the contract as a person at the shell reads it",
        arguments: [
            (
                ["Suspends an account (rule B3).", "It holds at once (rules D16, D17)."], "Suspends an account.",
                "It holds at once."
            ),
            (["Its id, as in acc_… or mbx_…"], "Its id, as in acc_… or mbx_…", ""),
            (["Only this type; UNSPECIFIED for all."], "Only this type.", ""),
            (["Which one. UNSPECIFIED unless it is given.", "And more."], "Which one.", "And more."),
            (
                ["The display_name and external_id of v1.2 at", "example.org. Both."],
                "The display name and external id of v1.2 at example.org.", "Both."
            ),
            ([], "", ""),
        ])
    func sentences(_ comment: [String], _ first: String, _ rest: String) {
        #expect(Help.first(comment) == first)
        #expect(Help.rest(comment) == rest)
    }

    @Test("a method returns, a command shows")
    func method() {
        #expect(Help.ofMethod(["Returns one account."]) == "Shows one account.")
        #expect(Help.ofMethod(["Lists returns."]) == "Lists returns.")
    }

    @Test(
        "a flag is what is true of it", arguments: [("True: oldest first.", "Oldest first."), ("True if it ends.", "It ends.")])
    func flag(_ comment: String, _ help: String) {
        #expect(Help.ofFlag([comment]) == help)
    }

    @Test("other fields are named as their options are written, whole words only")
    func naming() {
        let options = ["mailbox id": "--mailbox-id", "grantee id": "--grantee"]
        #expect(Help.naming(options, in: "Else mailbox id and grantee id.") == "Else --mailbox-id and --grantee.")
        #expect(Help.naming(options, in: "Of mailbox ids.") == "Of mailbox ids.")
    }
}

@Suite struct LabelTests {
    @Test(
        "a field's name in front of its value",
        arguments: [
            ("id", "BreakGlass", "break glass"), ("account_type", "Account", "type"), ("display_name", "Account", "name"),
            ("mailbox_id", "Delegation", "mailbox"), ("through_group_ids", "Delegate", "through groups"),
            ("expire_time", "Delegation", "expires"), ("external_id", "Account", "external id"), ("size", "TreeHead", "size"),
        ])
    func label(_ field: String, _ noun: String, _ label: String) {
        #expect(Labels.label(field, of: noun) == label)
    }

    @Test(
        "one and many",
        arguments: [
            ("address", "addresses"), ("account", "accounts"), ("policy", "policies"), ("mailbox", "mailboxes"), ("key", "keys"),
            ("branch", "branches"),
        ])
    func number(_ one: String, _ many: String) {
        #expect(Labels.singular(many) == one)
        #expect(Labels.plural(one) == many)
    }
}

@Suite struct CommandPlaceTests {
    @Test(
        "a method's names say its words",
        arguments: [
            ("SuspendAccount", "AccountService", "account suspend"),
            ("CreateFunctionalAccount", "AccountService", "account create-functional"),
            ("ListMailboxes", "MailboxService", "mailbox list"), ("ListGroupMembers", "GroupService", "group members"),
            ("ListRoles", "RoleService", "role list"), ("RequestBreakGlass", "BreakGlassService", "break-glass request"),
            ("AddGroupOwner", "GroupService", "group add-owner"),
            ("RejectRequest", "BreakGlassService", "break-glass reject-request"),
            // Not the beginning of another word.
            ("ListGroupings", "GroupService", "group list-groupings"), ("GrantDelegation", "DelegationService", "grant"),
        ])
    func words(_ method: String, _ service: String, _ words: String) {
        #expect(CommandPlace(method, of: service) == .leaf(words.split(separator: " ").map(String.init)))
    }

    @Test("what is written by hand, and what people never call")
    func others() {
        #expect(CommandPlace("InviteAccount", of: "AccountService") == .byHand(["account", "invite"]))
        #expect(CommandPlace("AppendEvents", of: "LogService") == CommandPlace.none)
    }
}
