"""What is done to a follower, and to its leader, while rounds go on. Each is one disturbance; it is repeated.

After a disturbance everything works again, but for `slow`, which stays until `heal`.
"""

import signal
import subprocess
import sys
import time
from datetime import datetime
from pathlib import Path

from cast import REPLICAS

LEASE_SECONDS = 2.0
# Shorter than a lease, about a lease, and longer than two.
PAUSES = (0.3, 1.8, 2.5, 4.5)
DAY = 86_400
JUMPS = (0, 5, -5, 3600, -3600, DAY, -DAY)


def paused(siege, random):
    """SIGSTOP: the process holds its lease and hears nothing, and then goes on as if no time had passed."""
    process = siege.servers[random.choice(REPLICAS)].process
    process.send_signal(signal.SIGSTOP)
    try:
        time.sleep(random.choice(PAUSES))
    finally:
        process.send_signal(signal.SIGCONT)
    time.sleep(random.uniform(0.1, 0.6))


def cut_off(siege, random):
    """The network: one direction or both; what was held back arrives late, or never."""
    proxy = siege.proxies[random.choice(REPLICAS)]
    proxy.hold(*random.choice((("to_leader",), ("to_follower",), ("to_leader", "to_follower"))))
    time.sleep(random.choice(PAUSES))
    if random.random() < 0.5:
        proxy.sever()
    proxy.heal()
    time.sleep(random.uniform(0.1, 0.6))


def slow(siege, random):
    """Every byte between followers and leader takes half a second each way."""
    for proxy in siege.proxies.values():
        proxy.delay = 0.5
    time.sleep(0.5)


def restarted(siege, random):
    """The follower's process: in order, or killed."""
    restart(siege, random.choice(REPLICAS), random)


def leader_restarted(siege, random):
    """identity: leases that the dead process granted are still out there."""
    restart(siege, "identity", random)
    siege.await_ready()
    time.sleep(random.uniform(0.5, 1.5))


def restart(siege, key, random):
    server = siege.servers[key]
    if random.random() < 0.5:
        server.terminate()
        assert server.await_end() == 0, f"{key} did not end in order"
    else:
        server.kill()
    assert not server.problems(), server.problems()
    server.start()
    server.await_ready()


def clock_jumps(siege, random):
    """The followers' wall clocks; their steady clocks go on."""
    for replica in REPLICAS:
        set_clock(siege, replica, random.choice(JUMPS))
    time.sleep(random.uniform(0.1, 1.0))


def clock_file(siege, replica):
    return siege.folder / f"{replica}.clock"


def set_clock(siege, replica, seconds):
    """In one write to the page that the server has mapped."""
    with open(clock_file(siege, replica), "r+b", buffering=0) as file:
        file.write(seconds.to_bytes(8, sys.byteorder, signed=True))


def with_fake_clocks(siege):
    """Restarts the replicas with wall clocks that the campaign sets, and sees to it that they follow."""
    shim = siege.folder / "clock.so"
    source = Path(__file__).with_name("clock.c")
    subprocess.run(["clang", "-O1", "-shared", "-fPIC", source, "-o", shim], check=True)
    for replica in REPLICAS:
        file, server = clock_file(siege, replica), siege.servers[replica]
        file.write_bytes(bytes(8))
        set_clock(siege, replica, DAY)
        server.terminate()
        assert server.await_end() == 0
        server.arguments = ["env", f"LD_PRELOAD={shim}", f"SIEGE_CLOCK={file}", *server.arguments]
        # Jumps of days are not taken, and said to be not.
        server.expected.add("the wall clock cannot be followed")
        server.start()
        server.await_ready()
        said = datetime.fromisoformat(server.lines()[0]["time"].replace("Z", "+00:00")).timestamp()
        assert said > time.time() + DAY - 60, "the server's clock does not follow"


def heal(siege):
    for proxy in siege.proxies.values():
        proxy.heal()
    siege.await_ready()
