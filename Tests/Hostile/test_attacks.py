"""Every attack of `attacks_*.py`, one after another, on servers as shipped."""

import pytest

import attacks_frames
import attacks_http2
import attacks_streams
import attacks_tls
from attack import ATTACKS

assert attacks_frames and attacks_http2 and attacks_streams and attacks_tls
assert len({attack.name for attack in ATTACKS}) == len(ATTACKS)


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_withstands(field, attack):
    field.withstand(attack)
