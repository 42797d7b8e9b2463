"""What every stack answers with."""

from dataclasses import dataclass, field


@dataclass
class Answer:
    """A unary call that ended with OK. Values of keys that end in `-bin` are bytes."""

    message: object
    initial: dict = field(default_factory=dict)
    trailing: dict = field(default_factory=dict)
    # The message's flag, where the stack can see it.
    compressed: bool | None = None


class Failed(Exception):
    """A call that ended otherwise. `code` as in INVALID_ARGUMENT."""

    def __init__(self, code, message=""):
        super().__init__(f"{code}: {message}")
        self.code, self.message = code, message


def only(request, call):
    """Sends the one message of a server-streaming call, if there is one."""
    if request is not None:
        call.send(request)
        call.done()
    return call
