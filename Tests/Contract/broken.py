"""What breaks a rule of the protocol, by name, and the reason that the server's goaway gives."""

from mandate.rpc.v1.frame_pb2 import Cancel, Credit, Frame, HalfClose, Message, Ping, Pong, Request, Response

from frames import follow, frames, hello, question

# Instead of a hello; each is HELLO.
BROKEN_HELLOS = {
    "a request": question(1), "a ping": Frame(ping=Ping(data=1)), "a cancel": Frame(stream=1, cancel=Cancel()),
    "no version": hello(version=0), "version 2": hello(version=2), "frames too small": hello(frame_bytes_max=16383),
    "no window": hello(stream_window_bytes=0), "a window past 2^31-1": hello(stream_window_bytes=2**31),
    "streams from a client": hello(streams_max=1),
}

# Bytes that are no frame.
BROKEN_BYTES = {
    "length 0": (b"\x00\x00\x00\x00", "FRAME_SIZE"),
    "length 0xFFFFFFFF": (b"\xff\xff\xff\xff", "FRAME_SIZE"),
    "one byte over the limit": ((4 * 1024 * 1024 + 1).to_bytes(4, "big"), "FRAME_SIZE"),
    "no protobuf": (b"\x00\x00\x00\x04\xff\xff\xff\xff", "MALFORMED_FRAME"),
    "no kind": (frames(Frame(stream=1)), "MALFORMED_FRAME"),
    "an unknown kind": (b"\x00\x00\x00\x05\x08\x01\xf2\x01\x00", "MALFORMED_FRAME"),
    "the next free kind": (b"\x00\x00\x00\x04\x08\x01\x62\x00", "MALFORMED_FRAME"),
    "the highest kind": (b"\x00\x00\x00\x08\x08\x01\xfa\xff\xff\xff\x0f\x00", "MALFORMED_FRAME"),
    "a kind as a number": (b"\x00\x00\x00\x04\x08\x01\x10\x01", "MALFORMED_FRAME"),
    "HTTP": (b"GET / HTTP/1.1\r\nHost: x\r\n\r\n", "FRAME_SIZE"),
    "NUL in a method": (frames(Frame(stream=1, request=Request(method="MARK", done=True))).replace(b"MARK", b"M\0RK"), "MALFORMED_FRAME"),
    "broken UTF-8 in a method": (
        frames(Frame(stream=1, request=Request(method="MARK", done=True))).replace(b"MARK", b"M\xffRK"), "MALFORMED_FRAME",
    ),
    "31 accents in a row in a method": (
        frames(Frame(stream=1, request=Request(method="e" + "\u0301" * 31, done=True))), "MALFORMED_FRAME",
    ),
}

# Frames, each proper, that may not come like this.
BROKEN_RULES = {
    "an even stream": ([question(2)], "STREAM"),
    "stream 0": ([question(0)], "STREAM"),
    "the same stream again": ([question(1), question(1)], "STREAM"),
    "a lower stream": ([question(5), question(3)], "STREAM"),
    "a message on a stream never opened": ([Frame(stream=7, message=Message(body=b""))], "STREAM"),
    "a half close of a stream never opened": ([Frame(stream=7, half_close=HalfClose())], "STREAM"),
    "a cancel of a stream never opened": ([Frame(stream=7, cancel=Cancel())], "STREAM"),
    "credit for a stream never opened": ([Frame(stream=7, credit=Credit(bytes=1))], "STREAM"),
    "a message after half close": (
        [follow(1), Frame(stream=1, half_close=HalfClose()), Frame(stream=1, message=Message(body=b""))], "UNEXPECTED_FRAME",
    ),
    "half close twice": (
        [follow(1), Frame(stream=1, half_close=HalfClose()), Frame(stream=1, half_close=HalfClose())], "UNEXPECTED_FRAME",
    ),
    "a response from a client": ([follow(1), Frame(stream=1, response=Response())], "UNEXPECTED_FRAME"),
    "a ping on a stream": ([Frame(stream=1, ping=Ping(data=1))], "STREAM"),
    "credit of nothing": ([follow(1), Frame(stream=1, credit=Credit(bytes=0))], "FLOW_CONTROL"),
    "credit past 2^31-1": ([follow(1), Frame(stream=1, credit=Credit(bytes=2**31 - 1))], "FLOW_CONTROL"),
    "credit past 2^31-1 in two": (
        [follow(1), Frame(stream=1, credit=Credit(bytes=2**30)), Frame(stream=1, credit=Credit(bytes=2**30))], "FLOW_CONTROL",
    ),
    "a pong without a ping": ([Frame(pong=Pong(data=1))] * 200, "EXCESS"),
    "pings without end": ([Frame(ping=Ping(data=1))] * 200, "EXCESS"),
    "cancels without end": ([question(1)] + [Frame(stream=1, cancel=Cancel())] * 200, "EXCESS"),
}
