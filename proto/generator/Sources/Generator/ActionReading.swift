import SwiftProtobuf

/// An action of events that no method does by itself: the option mandate.rpc.v1.also of a service.
struct LoggedAction: Equatable {
    /// Past tense, dotted.
    var action: String
    /// When it is in the log: a sentence.
    var meaning: String

    static let number: UInt64 = 50741

    /// - Parameter place: the service's full name, for what is wrong.
    static func read(_ options: Google_Protobuf_ServiceOptions, of place: String) throws(GeneratorError) -> [LoggedAction] {
        let reading = try OptionReading([UInt8](options.unknownFields.data), of: place, known: [number])
        var actions: [LoggedAction] = []
        for one in try reading.messages(number, [1, 2]) {
            let action = LoggedAction(action: try one.text(1), meaning: try one.text(2))
            guard ActionName.isOne(action.action) else {
                throw GeneratorError(place, "also: \(ActionName.form), not \(Names.quoted(action.action))")
            }
            if action.meaning.isEmpty { throw GeneratorError(place, "\(action.action) does not say when it is in the log") }
            actions.append(action)
        }
        return actions
    }
}

/// How the log names what was done.
enum ActionName {
    static let form = "the log's action is a resource, a dot and what was done, as in account.suspended"

    static func isOne(_ action: String) -> Bool {
        let words = action.split(separator: ".", omittingEmptySubsequences: false)
        return words.count == 2 && words.allSatisfy(isWord)
    }

    /// As in `full_admin`.
    static func isWord(_ text: Substring) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { $0 == UInt8(ascii: "_") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
    }

    /// `delegation.granted` to `delegationGranted`.
    static func swift(_ action: String) -> String { Names.lowerCamel(action.replacing(".", with: "_")) }
}
