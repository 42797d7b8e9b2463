/// What somebody may do with a mailbox. Independent of one another: all eight sets exist, none
/// implies another (rule D3).
package struct Rights: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Read and search everything in it.
    package static let open = Rights(rawValue: 1)
    /// Send from it.
    package static let send = Rights(rawValue: 2)
    /// Change its settings.
    package static let setUp = Rights(rawValue: 4)

    package static let all: Rights = [.open, .send, .setUp]
    /// One by one.
    package static let each: [Rights] = [.open, .send, .setUp]
}

/// What of a mailbox a client shows (rule D9).
package enum Surface: CaseIterable, Sendable {
    case sections, communicationPanel, fromField, automatedProcesses

    /// The right that it follows from.
    package var needs: Rights {
        switch self {
        case .sections: .open
        case .communicationPanel, .fromField, .automatedProcesses: .send
        }
    }

    package static func with(_ rights: Rights) -> [Surface] {
        allCases.filter { rights.contains($0.needs) }
    }
}
