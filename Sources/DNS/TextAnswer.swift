internal import CCares

/// The texts of an answer, by c-ares' parser.
enum TextAnswer {
    static func read(_ answer: [UInt8]) -> TextLookup {
        guard answer.count <= Resolver.answerBytesMax else { return .failed(.tooLarge) }
        var first: UnsafeMutablePointer<ares_txt_ext>?
        let code = unsafe ares_parse_txt_reply_ext(answer, Int32(answer.count), &first)
        // Null after a failure, which it takes too.
        defer { unsafe ares_free_data(first) }
        switch code {
        case ARES_SUCCESS: break
        case ARES_ENODATA: return .noRecord
        case ARES_ENOMEM: return .failed(.local)
        default: return .failed(.malformed)
        }
        var records: [[UInt8]] = []
        var next = unsafe first
        while let part = unsafe next {
            let bytes = unsafe Array(UnsafeBufferPointer(start: part.pointee.txt, count: part.pointee.length))
            if unsafe part.pointee.record_start != 0 || records.isEmpty {
                guard records.count < Resolver.recordsMax else { return .failed(.tooLarge) }
                records.append(bytes)
            } else {
                records[records.count - 1] += bytes
            }
            unsafe next = unsafe part.pointee.next
        }
        return records.isEmpty ? .noRecord : .records(records)
    }
}
