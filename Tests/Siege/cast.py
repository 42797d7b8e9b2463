"""Who is let in and kept out in a campaign, and by what."""

from mandate.identity.v1 import policies_pb2, system_operation_pb2
from mandate.mailbox.v1 import delegation_pb2, mailbox_registration_pb2
from mandate.mailbox.v1.access_pb2 import RIGHT_OPEN, RIGHT_SET_UP
from scene import Organization, address, mailbox_of

REPLICAS = ("mailbox", "second")
BOTH = ",".join(str(number) for number in range(len(REPLICAS)))
ON = policies_pb2.POLICY_SWITCH_ON


class Cast:
    """Pairs, as lines for mandate-siege (Load/Pair.swift). Nobody of them is let in twice."""

    def __init__(self, siege):
        self.house, self.hands = siege.house, siege.hands

    def pairs(self, each):
        """So many of each kind."""
        kinds = (
            self.grant, self.suspend, self.member, self.freeze, self.sharing, self.alias, self.transfer, self.register,
            self.common, self.plan, self.policy, self.operation,
        )
        return [kind(number) for number in range(each) for kind in kinds]

    def grant(self, number):
        person, office = self.house.person(), self.house.functional()
        return self._line("grant", person, mailbox_of(office), "-", number % len(REPLICAS))

    def freeze(self, number):
        person, office = self._delegate(self.house)
        return self._line("freeze", person, mailbox_of(office), "-", number % len(REPLICAS))

    def sharing(self, number):
        person, office = self._delegate(self.house)
        return self._line("sharing", person, mailbox_of(office), "-", number % len(REPLICAS))

    def suspend(self, number):
        person, office = self._delegate(self.house)
        return self._line("suspend", person, mailbox_of(office), "-", BOTH)

    def member(self, number):
        person, office, group = self.house.person(), self.house.functional(), self.house.group()
        # Every second membership counts through another group.
        self._give(self.house, office, self.house.group(group) if number % 2 else group)
        return self._line("member", person, mailbox_of(office), group.id, BOTH)

    def alias(self, number):
        person, office = self._delegate(self.house)
        other = self.house.person()
        return self._line("alias", person, mailbox_of(office), f"{other.id}/{self.house.alias(other)}", BOTH)

    def transfer(self, number):
        """A registered mailbox is one replica's: each has mailboxes of its own."""
        replica = number % len(REPLICAS)
        person, other = self.house.person(), self.house.person()
        request = mailbox_registration_pb2.RegisterMailboxRequest(owner_id=other.id, address=address("registered"), display_name="Siege")
        mailbox = self.house.ask(request, at=REPLICAS[replica]).mailbox
        return self._line("transfer", person, mailbox.id, other.id, replica)

    def register(self, number):
        person = self.house.person()
        return self._line("register", person, "-", address("registered"), number % len(REPLICAS))

    def common(self, number):
        house = Organization(self.hands)
        house.decide(common_group=ON)
        owner, person = house.person(), house.person()
        group = house.group(owner, person)
        self._give(house, owner, person)
        return self._line("common", person, mailbox_of(owner), group.id, BOTH, house)

    def plan(self, number):
        house = Organization(self.hands)
        owner, person = house.person(), house.person()
        subscription = house.subscription("pro")
        house.license(owner, subscription)
        house.decide(owner_plans=policies_pb2.PolicyNames(names=["pro"]))
        self._give(house, owner, person)
        return self._line("plan", person, mailbox_of(owner), subscription.id, BOTH, house)

    def policy(self, number):
        house = Organization(self.hands)
        owner, person = house.person(), house.person()
        self._give(house, owner, person)
        return self._line("policy", person, mailbox_of(owner), house.id, BOTH, house)

    def operation(self, number):
        house = Organization(self.hands)
        house.decide(set_up_manages_access=ON)
        person, office = self._delegate(house, RIGHT_SET_UP)
        for operation in (
            system_operation_pb2.SYSTEM_OPERATION_SHARED_ACCOUNT_SETUP,
            system_operation_pb2.SYSTEM_OPERATION_SHARED_MAILBOX_SYNCHRONIZATION,
        ):
            house.ask(system_operation_pb2.GrantSystemOperationRequest(holder_id=person.id, operation=operation))
        return self._line("operation", person, mailbox_of(office), house.person().id, BOTH, house)

    def _delegate(self, house, right=RIGHT_OPEN):
        person, office = house.person(), house.functional()
        self._give(house, office, person, right)
        return person, office

    def _give(self, house, office, grantee, right=RIGHT_OPEN):
        """At both replicas: each has delegations of its own."""
        for replica in REPLICAS:
            house.ask(
                delegation_pb2.GrantDelegationRequest(mailbox_id=mailbox_of(office), grantee_id=grantee.id, rights=[right]),
                at=replica,
            )

    def _line(self, kind, person, mailbox, other, replicas, house=None):
        return f"{kind} {person.id} {mailbox} {other} {replicas} {house.owner.id if house else '-'}"
