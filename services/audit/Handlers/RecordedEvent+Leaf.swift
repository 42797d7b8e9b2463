import AuditStorage
import Messages

extension RecordedEvent {
    /// Decodes the leaf; it was decoded once before, when it was appended.
    init(_ leaf: RecordedLeaf) throws(MessageError) {
        self.init(
            index: Int64(leaf.index), recordTime: Timestamp(microsecondsSince1970: leaf.recordTime),
            source: leaf.source, sequence: leaf.sequence, event: try Event(decoding: leaf.bytes),
            recordWallTime: leaf.wallAt.map { Timestamp(microsecondsSince1970: $0) }, personal: leaf.personal)
    }
}
