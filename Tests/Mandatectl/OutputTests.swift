import Messages
import Testing

@testable import mandatectl

@Suite("What a person and a program read")
struct OutputTests {
    @Test("JSON is protobuf's: empty fields left out, 64 bits as text, enums by name, times in RFC 3339")
    func json() {
        let account = Account(
            id: "acc_x", accountType: .functional, state: .active, displayName: "a \"b\"\n", owner: true,
            createTime: Timestamp(microsecondsSince1970: 1_700_000_000_000_000), revision: 7)
        #expect(
            MessageJSON.text(account)
                == #"{"id":"acc_x","accountType":"ACCOUNT_TYPE_FUNCTIONAL","state":"ACCOUNT_STATE_ACTIVE","displayName":"a \"b\"\n","owner":true,"createTime":"2023-11-14T22:13:20Z","revision":"7"}"#
        )
    }

    @Test("a secret stands only in the output of the command that was asked to make it")
    func secrets() {
        let session = CreateSessionResponse(sessionToken: "s3cret", account: Account(id: "acc_x"))
        #expect(MessageJSON.text(session) == #"{"account":{"id":"acc_x"}}"#)
        #expect(MessageJSON.revealing(session) == #"{"sessionToken":"s3cret","account":{"id":"acc_x"}}"#)
        #expect(!MessageJSON.text(InviteAccountResponse(invitationToken: "s3cret")).contains("s3cret"))
    }

    @Test("JSON of lists, bytes and a oneof")
    func nested() {
        let delegation = Delegation(id: "dlg_x", rights: [.open, .setUp])
        #expect(MessageJSON.text(delegation) == #"{"id":"dlg_x","rights":["RIGHT_OPEN","RIGHT_SET_UP"]}"#)
        #expect(MessageJSON.text(TreeHead(size: 1, root: [0, 255])) == #"{"size":"1","root":"AP8="}"#)
        let answer = BatchCheckAnswer(answer: .error(WireStatus(code: 3, message: "no")))
        #expect(MessageJSON.text(answer) == #"{"error":{"code":3,"message":"no"}}"#)
    }

    @Test("a table is as wide as its widest value, and lets no control character through")
    func table() {
        #expect(Table.text(header: ["id", "name"], rows: [["1", "x"], ["200", "y"]]) == "ID   NAME\n1    x\n200  y")
        #expect(Table.text(header: ["id"], rows: []) == "none")
        #expect(!Table.text(header: ["id"], rows: [["\u{1B}[31m"]]).contains("\u{1B}"))
    }

    @Test("a warning is a sentence; one of a newer server is at least its number")
    func warnings() {
        let warnings = [AdministratorWarning.lastFullAdmin, .unrecognized(9)]
        #expect(warnings.map(\.sentence) == ["One active Full admin is left.", "9"])
    }

    @Test(
        "words of the shell",
        arguments: [("functional", AccountType.functional), ("administrator", .administrator), ("User", .user)])
    func words(_ word: String, _ type: AccountType) {
        #expect(AccountType(word: word) == type)
    }

    @Test("a right is written as the contract or as the shell writes it", arguments: ["set-up", "set_up", "SET_UP"])
    func rights(_ word: String) {
        #expect(Right(word: word) == .setUp)
    }

    @Test("the matrix has a column for each role that the server names, and shows what a row does not tell as none")
    func roleMatrix() {
        let matrix = GetRoleMatrixResponse(scopes: [
            ScopeLevels(
                scope: "delegations",
                levels: [RoleLevel(roleId: "rol_a", level: .edit), RoleLevel(roleId: "rol_b", level: .view)]),
            ScopeLevels(scope: "domains", levels: [RoleLevel(roleId: "rol_b", level: .view)]),
        ])
        let lines = matrix.shown.split(separator: "\n").map { $0.split(separator: " ") }
        #expect(lines == [["SCOPE", "ROL_A", "ROL_B"], ["delegations", "edit", "view"], ["domains", "none", "view"]])
    }

    @Test("what is no word")
    func noWords() {
        #expect(AccountType(word: "none") == nil)
        #expect(AccountType(word: "unspecified") == nil)
        #expect(AccountType(word: "") == nil)
        #expect(Right(word: "set-up") == .setUp)
    }

    @Test(
        "an address in another script is shown with its A-labels, also where only a Kelvin sign is not ASCII",
        arguments: [
            ("anna@Example.org", "anna@example.org", "anna@Example.org"),
            ("info@b\u{FC}cher.example", "info@xn--bcher-kva.example", "info@b\u{FC}cher.example (info@xn--bcher-kva.example)"),
            ("info@\u{212A}elvin.example", "info@kelvin.example", "info@\u{212A}elvin.example (info@kelvin.example)"),
        ])
    func addresses(_ address: String, _ ascii: String, _ shown: String) {
        #expect(ExactText(Account(address: address, asciiAddress: ascii).addressText) == ExactText(shown))
        #expect(ExactText(Mailbox(address: address).addressText) == ExactText(shown))
    }
}
