"""A TCP proxy on loopback that can hold back, delay and cut what passes through it."""

import queue
import socket
import threading
import time

DIRECTIONS = ("to_leader", "to_follower")


class Proxy:
    """Between a follower, which connects here, and its leader's port."""

    def __init__(self, target_port):
        self.target_port = target_port
        # Seconds that every byte is on its way, each way.
        self.delay = 0.0
        self._flows = {direction: threading.Event() for direction in DIRECTIONS}
        self._sockets = set()
        self._lock = threading.Lock()
        self.heal()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def hold(self, *directions):
        """Nothing passes that way; what comes meanwhile waits, as behind a switch that has lost its link."""
        for direction in directions:
            self._flows[direction].clear()

    def heal(self):
        """What was held back passes now, late."""
        self.delay = 0.0
        for flow in self._flows.values():
            flow.set()

    def sever(self):
        """Every connection is gone, and what was held back with it."""
        with self._lock:
            sockets, self._sockets = self._sockets, set()
        for one in sockets:
            try:
                one.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass  # The other end was first.
            one.close()

    def close(self):
        self._listener.close()
        self.sever()
        self.heal()

    def _accept(self):
        while True:
            try:
                follower, _ = self._listener.accept()
            except OSError:
                return  # Closed.
            try:
                leader = socket.create_connection(("127.0.0.1", self.target_port), timeout=5)
            except OSError:
                follower.close()
                continue
            leader.settimeout(None)
            for one in (follower, leader):
                one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            with self._lock:
                self._sockets |= {follower, leader}
            self._join(follower, leader, "to_leader")
            self._join(leader, follower, "to_follower")

    def _join(self, source, sink, direction):
        passing = queue.SimpleQueue()
        threading.Thread(target=self._read, args=(source, passing), daemon=True).start()
        threading.Thread(target=self._write, args=(source, sink, passing, direction), daemon=True).start()

    def _read(self, source, passing):
        data = b"x"
        while data:
            try:
                data = source.recv(65536)
            except OSError:
                data = b""
            passing.put((time.monotonic() + self.delay, data))

    def _write(self, source, sink, passing, direction):
        while True:
            due, data = passing.get()
            time.sleep(max(0.0, due - time.monotonic()))
            self._flows[direction].wait()
            try:
                if not data:
                    sink.shutdown(socket.SHUT_WR)
                    break
                sink.sendall(data)
            except OSError:
                break
        with self._lock:
            self._sockets.discard(source)
