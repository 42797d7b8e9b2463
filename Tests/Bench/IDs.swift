internal import Foundation

/// The ids of what the demo imported.
struct IDs {
    private(set) var accounts: [String] = []
    /// Of functions; a person's has the same base32 as the person.
    private(set) var functionalMailboxes: [String] = []
    /// The address of each.
    private var addresses: [String: String] = [:]

    init(file: String) throws {
        for line in try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").dropFirst() {
            let fields = line.split(separator: ",")
            guard fields.count == 3 else { continue }
            switch fields[0] {
            case "account": accounts.append(String(fields[2]))
            case "mailbox": functionalMailboxes.append(String(fields[2]))
            default: continue
            }
            addresses[String(fields[2])] = String(fields[1])
        }
        guard accounts.count > 100, !functionalMailboxes.isEmpty else {
            throw Failure("\(file) does not hold the demo's institution")
        }
    }

    /// Of an account, or of a mailbox.
    func address(of id: String) -> String { addresses[id] ?? addresses["acc_" + id.dropFirst("mbx_".count)] ?? "" }

    static func mailbox(of account: String) -> String { "mbx_" + account.dropFirst("acc_".count) }
}
