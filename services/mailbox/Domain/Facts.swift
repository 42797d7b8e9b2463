extension OrganizationState {
    /// What a decision asks of an account, or of a mailbox. In an array of its own, three bytes each: a million of them stay
    /// in the processor's cache, which the rest of what is known of an account would not.
    struct Facts: Sendable {
        var state = AccountState.absent
        var type = AccountType.user
        private var marks = Marks()

        private struct Marks: OptionSet, Sendable {
            let rawValue: UInt8

            static let registered = Marks(rawValue: 1)
            static let beganUnshared = Marks(rawValue: 2)
            static let unshared = Marks(rawValue: 4)
            static let hasSettings = Marks(rawValue: 8)
            static let shows = Marks(rawValue: 16)
            static let hides = Marks(rawValue: 32)
        }

        /// It is a registered mailbox; see `Registrations`.
        var isRegistered: Bool {
            @inline(__always) get { marks.contains(.registered) }
            set { set(.registered, newValue) }
        }

        /// No delegation of the mailbox counts (rule D7): by its settings, or as it began.
        var isUnshared: Bool {
            @inline(__always) get { marks.contains(.unshared) }
            set { set(.unshared, newValue) }
        }

        var beganUnshared: Bool {
            get { marks.contains(.beganUnshared) }
            set { set(.beganUnshared, newValue) }
        }

        /// See `OrganizationState.settings`.
        var hasSettings: Bool {
            get { marks.contains(.hasSettings) }
            set { set(.hasSettings, newValue) }
        }

        /// The account's, which its mailbox inherits (rule D14).
        var sender: SenderDisplay? {
            get { marks.contains(.shows) ? .show : marks.contains(.hides) ? .hide : nil }
            set {
                set(.shows, newValue == .show)
                set(.hides, newValue == .hide)
            }
        }

        private mutating func set(_ mark: Marks, _ isSet: Bool) {
            if isSet { marks.insert(mark) } else { marks.remove(mark) }
        }
    }
}
