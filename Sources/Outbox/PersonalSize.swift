internal import Contract
internal import Messages

/// Makes what an event tells about persons fit into the log's limits (the contract's AppendedEvent), so that none is ever
/// refused for its size and stops the relay.
///
/// Each has a path of its own: one that is told already, or that is another's when it is cut, gets its place as a number.
/// A value that is too long is cut: by the rules of fields only a signature's texts are. What would be too many or too much in all is not told,
/// and their number stands in the leaf, as a change at the path `…`. No hash of them: it would be personal as they are.
struct PersonalSize {
    static let valuesMax = 64
    static let valueBytesMax = 4096
    static let valuesBytesMax = 16 * 1024
    /// In the leaf: what else an event has may need the rest of its 16 KiB.
    static let commitmentsBytesMax = 6 * 1024
    /// A commitment without its path and subject: 32 bytes, tags and lengths.
    static let commitmentBytes = 48

    static func fit(_ event: OpenEvent) -> (leaf: Event, values: [OpenValue]) {
        var (values, leaf): ([OpenValue], Event) = ([], event.leaf)
        var (bytes, commitments) = (0, 0)
        var paths: Set<String> = []
        for value in event.personal {
            var value = value
            value.path = EventSize.cut(value.path, EventSize.idBytesMax)
            if !paths.insert(value.path).inserted {
                value.path = EventSize.cut(value.path, EventSize.idBytesMax - 8) + "#\(values.count + 1)"
                guard paths.insert(value.path).inserted else { break }
            }
            value.subject = EventSize.cut(value.subject, EventSize.idBytesMax)
            value.text = EventSize.cut(value.text, valueBytesMax)
            bytes += value.text.utf8.count
            commitments += value.path.utf8.count + value.subject.utf8.count + commitmentBytes
            if values.count == valuesMax || bytes > valuesBytesMax || commitments > commitmentsBytesMax { break }
            values.append(value)
        }
        let rest = event.personal.count - values.count
        if rest > 0 { leaf.changes.append(EventChange(path: "…", before: "\(rest) more personal values")) }
        return (leaf, values)
    }
}
