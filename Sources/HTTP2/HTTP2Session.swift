internal import CNGHTTP2
package import NIOCore

/// The server's side of one HTTP/2 connection, without I/O: bytes in, events to the listener, bytes out.
///
/// nghttp2 keeps the protocol's rules and answers settings, pings and what breaks a rule by itself; it
/// stops a client that resets, settles or pings too much, or spreads headers over more than eight frames.
///
/// Invariants: lives on one event loop; window goes back only by `consume…`.
@safe
package final class HTTP2Session {
    let session: OpaquePointer
    /// Holds this session, so it is there whenever a callback runs.
    unowned(unsafe) let listener: any HTTP2Listener
    /// Bytes of bodies that were written and not sent, of all streams.
    package var unsentBytes: Int { unsent }
    var unsent = 0

    package init(_ limits: HTTP2Limits, listener: any HTTP2Listener) throws(HTTP2Error) {
        unsafe self.listener = listener
        var options: OpaquePointer?
        var session: OpaquePointer?
        guard unsafe nghttp2_option_new(&options) == 0 else { throw HTTP2Error(description: "no memory") }
        defer { unsafe nghttp2_option_del(options) }
        unsafe nghttp2_option_set_no_auto_window_update(options, 1)
        unsafe nghttp2_option_set_no_closed_streams(options, 1)
        unsafe nghttp2_option_set_stream_reset_rate_limit(
            options, UInt64(limits.resetBurst), UInt64(limits.resetsPerSecond))
        let made = unsafe nghttp2_session_server_new2(&session, Self.callbacks, nil, options)
        guard made == 0, let session = unsafe session else { throw Self.error(made) }
        unsafe self.session = session
        unsafe nghttp2_session_set_user_data(session, Unmanaged.passUnretained(self).toOpaque())
        let settings = [
            nghttp2_settings_entry(
                settings_id: Int32(NGHTTP2_SETTINGS_MAX_CONCURRENT_STREAMS.rawValue), value: UInt32(limits.streamsMax)),
            nghttp2_settings_entry(
                settings_id: Int32(NGHTTP2_SETTINGS_INITIAL_WINDOW_SIZE.rawValue), value: UInt32(limits.streamWindowBytes)),
            nghttp2_settings_entry(
                settings_id: Int32(NGHTTP2_SETTINGS_MAX_HEADER_LIST_SIZE.rawValue),
                value: UInt32(limits.headerListBytesMax)),
            // Every stream is as urgent as the other: no tree of priorities to keep.
            nghttp2_settings_entry(settings_id: Int32(NGHTTP2_SETTINGS_NO_RFC7540_PRIORITIES.rawValue), value: 1),
        ]
        try check(unsafe nghttp2_submit_settings(session, 0, settings, settings.count))
        try check(
            unsafe nghttp2_session_set_local_window_size(session, 0, 0, Int32(limits.connectionWindowBytes)))
    }

    deinit {
        unsafe nghttp2_session_del(session)
    }

    /// Takes bytes of the client; the listener hears what they say.
    package func receive(_ bytes: RawSpan) throws(HTTP2Error) {
        let taken = unsafe bytes.withUnsafeBytes { source in
            unsafe nghttp2_session_mem_recv(
                session, source.assumingMemoryBound(to: UInt8.self).baseAddress, source.count)
        }
        guard taken >= 0 else { throw Self.error(Int32(taken)) }
    }

    /// Appends bytes for the client until there are none or the buffer holds `max`.
    package func produce(into buffer: inout ByteBuffer, max: Int) throws(HTTP2Error) {
        while buffer.readableBytes < max {
            var bytes: UnsafePointer<UInt8>?
            let count = unsafe nghttp2_session_mem_send(session, &bytes)
            guard count >= 0 else { throw Self.error(Int32(count)) }
            guard count > 0 else { return }
            unsafe buffer.writeBytes(UnsafeBufferPointer(start: bytes, count: count))
        }
    }

    /// False when everything was said and heard: after a GOAWAY and its last stream.
    package var isAlive: Bool {
        unsafe nghttp2_session_want_read(session) != 0 || nghttp2_session_want_write(session) != 0
    }

    // MARK: Answers

    /// A whole answer that is headers only.
    package func respond(_ stream: Int32, only fields: HTTP2Fields) {
        _ = unsafe nghttp2_submit_response(session, stream, fields.pairs.baseAddress, fields.pairs.count, nil)
    }

    /// Headers, with a body behind them that the caller keeps until the stream has closed.
    package func respond(_ stream: Int32, _ fields: HTTP2Fields, _ body: HTTP2Body) {
        var source = unsafe nghttp2_data_provider()
        unsafe source.source.ptr = Unmanaged.passUnretained(body).toOpaque()
        unsafe source.read_callback = Self.readBody
        _ = unsafe nghttp2_submit_response(session, stream, fields.pairs.baseAddress, fields.pairs.count, &source)
    }

    /// Appends to a stream's body.
    package func write(_ stream: Int32, _ body: HTTP2Body, _ fill: (inout ByteBuffer) -> Void) {
        var bytes = body.take()
        if bytes.readableBytes == 0 { bytes.clear() }
        let before = bytes.readableBytes
        fill(&bytes)
        unsent += bytes.readableBytes - before
        body.put(bytes)
        _ = unsafe nghttp2_session_resume_data(session, stream)
    }

    /// No more bytes: the stream ends behind what was written, with trailers or without.
    package func finish(_ stream: Int32, _ body: HTTP2Body, _ trailers: HTTP2Fields?) {
        body.isFinished = true
        body.trailers = trailers
        _ = unsafe nghttp2_session_resume_data(session, stream)
    }

    /// What of a body was not sent when its stream closed. It can serve another stream then.
    package func drop(_ body: HTTP2Body) {
        var bytes = body.take()
        unsent -= bytes.readableBytes
        bytes.clear()
        body.put(bytes)
        body.isFinished = false
        body.trailers = nil
    }

    package func reset(_ stream: Int32, _ code: HTTP2Code) {
        _ = unsafe nghttp2_submit_rst_stream(session, 0, stream, code.rawValue)
    }

    // MARK: Flow control

    /// Bytes of any stream that take no room here any more, for the connection's window.
    package func consume(_ byteCount: Int) {
        _ = unsafe nghttp2_session_consume_connection(session, byteCount)
    }

    /// The same for the stream's own window.
    package func consume(_ byteCount: Int, of stream: Int32) {
        _ = unsafe nghttp2_session_consume_stream(session, stream, byteCount)
    }

    // MARK: The end

    /// Says that the server will leave; streams that are on their way still come.
    package func announceShutdown() {
        _ = unsafe nghttp2_submit_shutdown_notice(session)
    }

    /// Asks for a sign of life: a pong.
    package func ping() {
        _ = unsafe nghttp2_submit_ping(session, 0, nil)
    }

    /// No later streams; those that came before are answered. Why, for people, goes along as debug data.
    package func goaway(_ code: HTTP2Code, _ why: String) {
        let last = unsafe nghttp2_session_get_last_proc_stream_id(session)
        let text = Array(why.utf8)
        _ = unsafe nghttp2_submit_goaway(session, 0, last, code.rawValue, text, text.count)
    }

    /// The same, and nothing more is read or answered.
    package func terminate(_ code: HTTP2Code) {
        _ = unsafe nghttp2_session_terminate_session(session, code.rawValue)
    }

    private func check(_ code: Int32) throws(HTTP2Error) {
        if code != 0 { throw Self.error(code) }
    }

    private static func error(_ code: Int32) -> HTTP2Error {
        HTTP2Error(description: unsafe String(cString: nghttp2_strerror(code)))
    }
}
