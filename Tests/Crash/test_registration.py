"""kill -9 in the middle of what two services know of: a mailbox that is registered, given away or taken away (rule D8).

mailbox dies behind what identity has done and before its own row says so, or the other way round. When it has started again and
looked, both say the same, and nothing is left that is nobody's.
"""

import contextlib

import pytest

from client import CallError, ConnectionEnded
from crashing import CrashingInstallation
from mandate.identity.v1 import address_pb2, mailbox_address_pb2
from mandate.mailbox.v1 import access_pb2, mailbox_registration_pb2
from mandate.mailbox.v1.access_pb2 import RIGHT_OPEN, CheckRequest
from scene import Hands, Organization, address, eventually
from writer import PatientHands


@pytest.fixture
def installation(tmp_path):
    installation = CrashingInstallation(tmp_path)
    try:
        installation.start()
        yield installation
    finally:
        problems = installation.stop()
    assert not problems, problems[:10]


class Shop:
    """An organization, and the mailbox that dies when it gets to a place."""

    def __init__(self, installation):
        self.installation, self.mailbox = installation, installation.servers["mailbox"]
        self.house = Organization(PatientHands(installation))
        self.owner, self.heir = self.house.person(), self.house.person()

    def dies(self, point, request):
        """It dies there, in the middle of the request or behind it."""
        self.mailbox.kill()
        self.mailbox.start(point)
        self.mailbox.await_ready()
        hands = Hands(self.installation, "operator-admin")
        with contextlib.suppress(CallError, ConnectionEnded, OSError):
            hands.ask(request, account=self.house.owner.id)
        hands.close()
        assert self.mailbox.process.wait() == -9, self.mailbox.tail()

    def start(self):
        self.mailbox.start()
        self.mailbox.await_ready()

    def claims(self):
        listed = self.house.operator.ask(mailbox_address_pb2.ListMailboxAddressesRequest(page_size=1000)).mailbox_addresses
        return {one.mailbox_id: one.owner_id for one in listed}

    def rows(self):
        request = mailbox_registration_pb2.ListRegisteredMailboxesRequest(organization_id=self.house.id, page_size=1000)
        return {one.id: one.owner_id for one in self.house.ask(request).mailboxes}

    def reason(self, account, mailbox):
        return self.house.operator.ask(CheckRequest(account_id=account.id, mailbox_id=mailbox.id, right=RIGHT_OPEN)).reason


def test_d8_b5_cut_off_behind_the_claim_nothing_is_left_and_the_address_is_free(installation):
    shop, at = Shop(installation), address("shop")
    shop.dies("mailbox.claimed", mailbox_registration_pb2.RegisterMailboxRequest(owner_id=shop.owner.id, address=at, display_name="Shop"))
    assert shop.claims()
    shop.start()
    assert not shop.rows()
    eventually(lambda: not shop.claims())
    shop.house.ask(address_pb2.AddAliasRequest(account_id=shop.heir.id, alias=at))


def test_d8_the_request_that_was_cut_off_makes_one_mailbox(installation):
    shop, at = Shop(installation), address("shop")
    request = mailbox_registration_pb2.RegisterMailboxRequest(owner_id=shop.owner.id, address=at, display_name="Shop", request_id="r")
    shop.dies("mailbox.claimed", request)
    shop.start()
    mailbox = eventually(lambda: asked(shop, request)).mailbox
    assert shop.house.ask(request).mailbox == mailbox
    assert shop.rows() == shop.claims() == {mailbox.id: shop.owner.id}


def asked(shop, request):
    """None while the start puts in order what was left."""
    try:
        return shop.house.ask(request)
    except CallError as error:
        assert error.reason in ("STALE", "ALREADY_EXISTS"), error


def test_d8_a_transfer_that_was_cut_off_is_none(installation):
    shop = Shop(installation)
    mailbox = shop.house.register(shop.owner)
    request = mailbox_registration_pb2.TransferMailboxRequest(mailbox_id=mailbox.id, owner_id=shop.heir.id)
    shop.dies("mailbox.given", request)
    assert shop.claims() == {mailbox.id: shop.heir.id}
    shop.start()
    assert shop.rows() == {mailbox.id: shop.owner.id}
    eventually(lambda: shop.claims() == shop.rows())
    assert shop.reason(shop.owner, mailbox) == access_pb2.DECISION_REASON_ALLOWED_OWNER
    shop.house.ask(request)
    assert shop.rows() == shop.claims() == {mailbox.id: shop.heir.id}


def test_d8_b5_what_was_ended_is_released_when_it_was_cut_off_before_that(installation):
    shop = Shop(installation)
    mailbox = shop.house.register(shop.owner)
    shop.dies("mailbox.ended", mailbox_registration_pb2.UnregisterMailboxRequest(mailbox_id=mailbox.id))
    assert shop.claims() == {mailbox.id: shop.owner.id}
    shop.start()
    assert not shop.rows()
    eventually(lambda: not shop.claims())
