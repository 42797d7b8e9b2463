/// Events of one source, numbered densely from `firstSequence`, checked and decoded: ready for the writer.
package struct Batch: Sendable {
    /// Group commit closes here in the relay as well.
    package static let eventsMax = 512
    /// Of a leaf. Larger values travel by hash.
    package static let eventBytesMax = 16 * 1024
    private static let nameBytesMax = 100

    let source: String
    let epoch: String
    let firstSequence: Int64
    let leaves: [Leaf]
    /// What a restored source's copy knew of the life before.
    let restoredFrom: (epoch: String, next: Int64)?

    /// Decodes and hashes, so that the writer thread need not. Throws `LogError` and keeps nothing.
    package init(
        source: String, epoch: String, firstSequence: Int64, events: [[UInt8]], restoredFrom: (epoch: String, next: Int64)? = nil
    ) throws(LogError) {
        guard Self.isName(source) else {
            throw LogError(.invalidField("source"), "a source has 1 to \(Self.nameBytesMax) bytes")
        }
        guard Self.isName(epoch) else {
            throw LogError(.invalidField("epoch"), "an epoch has 1 to \(Self.nameBytesMax) bytes")
        }
        guard firstSequence >= 1, firstSequence <= Int64.max - Int64(Self.eventsMax) else {
            throw LogError(.invalidField("first_sequence"), "sequences begin at 1")
        }
        guard 1...Self.eventsMax ~= events.count else {
            throw LogError(.batchSize, "a batch has 1 to \(Self.eventsMax) events, not \(events.count)")
        }
        var leaves: [Leaf] = []
        leaves.reserveCapacity(events.count)
        for (place, bytes) in events.enumerated() {
            leaves.append(try Leaf(bytes, place: place))
        }
        self.source = source
        self.epoch = epoch
        self.firstSequence = firstSequence
        self.leaves = leaves
        self.restoredFrom = restoredFrom
    }

    private static func isName(_ text: String) -> Bool {
        1...nameBytesMax ~= text.utf8.count
    }
}
