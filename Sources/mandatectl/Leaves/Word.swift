internal import ArgumentParser
internal import Messages

/// A value of an enum of the contract, as the shell spells it.
struct Word<Value: MessageEnum>: ExpressibleByArgument {
    let value: Value

    init(_ value: Value) {
        self.value = value
    }

    init?(argument: String) {
        guard let value = Value(word: argument) else { return nil }
        self.value = value
    }

    var defaultValueDescription: String { value.word }
    static var allValueStrings: [String] { Value.words }
}
