internal import CNGHTTP2
internal import NIOCore

/// nghttp2's callbacks, translated for the listener.
extension HTTP2Session {
    private static func of(_ userData: UnsafeMutableRawPointer?) -> HTTP2Session? {
        unsafe userData.map { unsafe Unmanaged<HTTP2Session>.fromOpaque($0).takeUnretainedValue() }
    }

    /// Filled once, only read afterwards; nghttp2 copies it into each session.
    nonisolated(unsafe) static let callbacks: OpaquePointer? = {
        var callbacks: OpaquePointer?
        guard unsafe nghttp2_session_callbacks_new(&callbacks) == 0 else { return nil }
        unsafe nghttp2_session_callbacks_set_on_begin_headers_callback(callbacks) { _, frame, user in
            guard let frame = unsafe frame?.pointee, unsafe frame.headers.cat == NGHTTP2_HCAT_REQUEST else { return 0 }
            unsafe HTTP2Session.of(user)?.listener.headersBegan(frame.hd.stream_id)
            return 0
        }
        unsafe nghttp2_session_callbacks_set_on_header_callback(callbacks) {
            _, frame, name, nameCount, value, valueCount, _, user in
            guard let frame = unsafe frame?.pointee, unsafe frame.headers.cat == NGHTTP2_HCAT_REQUEST,
                let name = unsafe name, let value = unsafe value
            else { return 0 }
            unsafe HTTP2Session.of(user)?.listener.header(
                Span(_unsafeStart: name, count: nameCount), Span(_unsafeStart: value, count: valueCount))
            return 0
        }
        unsafe nghttp2_session_callbacks_set_on_data_chunk_recv_callback(callbacks) { _, _, stream, bytes, count, user in
            guard let bytes = unsafe bytes, count > 0 else { return 0 }
            unsafe HTTP2Session.of(user)?.listener.data(stream, Span(_unsafeStart: bytes, count: count))
            return 0
        }
        unsafe nghttp2_session_callbacks_set_on_frame_recv_callback(callbacks) { _, frame, user in
            if let frame = unsafe frame { unsafe HTTP2Session.of(user)?.received(frame.pointee) }
            return 0
        }
        unsafe nghttp2_session_callbacks_set_on_frame_send_callback(callbacks) { _, frame, user in
            if let frame = unsafe frame { unsafe HTTP2Session.of(user)?.sent(frame.pointee) }
            return 0
        }
        unsafe nghttp2_session_callbacks_set_on_stream_close_callback(callbacks) { _, stream, _, user in
            unsafe HTTP2Session.of(user)?.listener.closed(stream)
            return 0
        }
        return unsafe callbacks
    }()

    private func received(_ frame: nghttp2_frame) {
        let header = unsafe frame.hd
        let stream = header.stream_id
        let isLast = header.flags & UInt8(NGHTTP2_FLAG_END_STREAM.rawValue) != 0
        switch UInt32(header.type) {
        case NGHTTP2_HEADERS.rawValue:
            unsafe listener.received(.work)
            if unsafe frame.headers.cat == NGHTTP2_HCAT_REQUEST {
                unsafe listener.headersEnded(stream, isLast: isLast)
            } else if isLast {
                // A client's trailers say nothing to gRPC.
                unsafe listener.dataEnded(stream)
            }
        case NGHTTP2_DATA.rawValue:
            unsafe listener.received(header.length > 0 || isLast ? .work : .idle)
            if isLast { unsafe listener.dataEnded(stream) }
        case NGHTTP2_PING.rawValue:
            unsafe listener.received(header.flags & UInt8(NGHTTP2_FLAG_ACK.rawValue) == 0 ? .ping : .pong)
        case NGHTTP2_WINDOW_UPDATE.rawValue: unsafe listener.received(.windowUpdate)
        default: unsafe listener.received(.idle)
        }
    }

    /// An answer that ended before its request: the client is told to stop sending (RFC 9113 §8.1).
    private func sent(_ frame: nghttp2_frame) {
        let header = unsafe frame.hd
        guard header.flags & UInt8(NGHTTP2_FLAG_END_STREAM.rawValue) != 0,
            unsafe nghttp2_session_get_stream_remote_close(session, header.stream_id) == 0
        else { return }
        reset(header.stream_id, .noError)
    }

    /// Copies of a body as much as nghttp2 has room for.
    static let readBody: nghttp2_data_source_read_callback = { session, stream, room, roomCount, flags, source, user in
        guard let source = unsafe source?.pointee.ptr, let room = unsafe room, let flags = unsafe flags else {
            return Int(NGHTTP2_ERR_CALLBACK_FAILURE.rawValue)
        }
        guard let this = unsafe HTTP2Session.of(user) else { return Int(NGHTTP2_ERR_CALLBACK_FAILURE.rawValue) }
        let body = unsafe Unmanaged<HTTP2Body>.fromOpaque(source).takeUnretainedValue()
        var bytes = body.take()
        let count = min(roomCount, bytes.readableBytes)
        unsafe bytes.readWithUnsafeReadableBytes { bytes in
            unsafe UnsafeMutableRawBufferPointer(start: room, count: count)
                .copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[..<count]))
            return count
        }
        let isEmpty = bytes.readableBytes == 0
        // Back before the listener hears anything: it may write.
        body.put(bytes)
        this.unsent -= count
        guard isEmpty else { return count }
        if body.isFinished {
            unsafe flags.pointee |= NGHTTP2_DATA_FLAG_EOF.rawValue
            if let trailers = body.trailers {
                unsafe flags.pointee |= NGHTTP2_DATA_FLAG_NO_END_STREAM.rawValue
                _ = unsafe nghttp2_submit_trailer(session, stream, trailers.pairs.baseAddress, trailers.pairs.count)
            }
            return count
        }
        unsafe this.listener.drained(stream)
        return count > 0 ? count : Int(NGHTTP2_ERR_DEFERRED.rawValue)
    }
}
