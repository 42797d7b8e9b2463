/// An event as the outbox and the log get it: a message of the contract's AppendedEvent.
package struct EncodedEvent: Sendable {
    package let id: String
    package let bytes: [UInt8]
}
