"""Tenants, subscriptions and licences over real servers (rule A6)."""

import json

import pytest
from mandate.identity.v1 import account_resource_pb2, licence_pb2, subscription_pb2, tenant_pb2

from client import CallError
from scene import Organization, eventually, pages, refused, unique
from test_feed import Follower
from test_mandatectl import ctl
from test_races import at_once

LICENCE, SUBSCRIPTION = licence_pb2.Licence.DESCRIPTOR.full_name, subscription_pb2.Subscription.DESCRIPTOR.full_name


def change(house, subscription, by=None, **fields):
    wanted = subscription_pb2.Subscription(id=subscription.id, **fields)
    request = subscription_pb2.UpdateSubscriptionRequest(subscription=wanted)
    request.update_mask.paths[:] = list(fields)
    return house.ask(request, by).subscription


def cancel(house, subscription):
    return house.ask(subscription_pb2.CancelSubscriptionRequest(subscription_id=subscription.id)).subscription


def current(house, subscription):
    return house.ask(subscription_pb2.GetSubscriptionRequest(subscription_id=subscription.id)).subscription


def licences(house, size=1000, **filters):
    request = licence_pb2.ListLicencesRequest(organization_id=house.id, **filters)
    return pages(house.ask, request, "licences", size)


@pytest.mark.parametrize("round", range(40))
def test_a6_the_last_licence_is_given_once(installation, organization, round):
    """Asked for through a connection each, at the same moment."""
    subscription, people = organization.subscription("pro", 2), [organization.person() for _ in range(3)]
    organization.license(people.pop(), subscription)
    answers = at_once(installation, [
        (licence_pb2.AssignLicenceRequest(account_id=one.id, subscription_id=subscription.id), organization.owner)
        for one in people])
    assert [one.reason for one in answers if isinstance(one, CallError)] == ["LICENCES_EXHAUSTED"]
    assert current(organization, subscription).assigned_count == 2 == len(licences(organization))


def test_a6_lowering_and_assigning_at_once_leave_no_licence_too_many(installation, organization):
    people = [organization.person() for _ in range(2)]
    for _ in range(10):
        subscription = organization.subscription("pro", 2)
        organization.license(people[0], subscription)
        lower = subscription_pb2.UpdateSubscriptionRequest(
            subscription=subscription_pb2.Subscription(id=subscription.id, licence_count=1))
        lower.update_mask.paths[:] = ["licence_count"]
        assign = licence_pb2.AssignLicenceRequest(account_id=people[1].id, subscription_id=subscription.id)
        answers = at_once(installation, [(lower, organization.owner), (assign, organization.owner)])
        refusals = [one.reason for one in answers if isinstance(one, CallError)]
        now = current(organization, subscription)
        assert (refusals, now.licence_count, now.assigned_count) in [
            (["LICENCES_IN_USE"], 2, 2), (["LICENCES_EXHAUSTED"], 1, 1)]


def test_a6_d17_followers_learn_plans_and_another_plan_is_one_change(installation, organization):
    person, other = organization.person(), organization.person()
    pro, entry = organization.subscription("pro", 5), organization.subscription("entry", 5)

    def told():
        """Of the two, as a new follower knows it; a snapshot only, so that no write waits for it."""
        follower, plans = Follower(installation), []
        for one in (person, other):
            licence = follower.state.get((LICENCE, one.id))
            subscription = licence and follower.state[SUBSCRIPTION, licence.subscription_id]
            is_active = licence and subscription.state == subscription_pb2.SUBSCRIPTION_STATE_ACTIVE
            plans.append(subscription.plan if is_active else None)
            assert not licence or (licence.plan, subscription.assigned_count) == ("", 0)
        follower.close()
        return plans

    for one in (person, other):
        organization.license(one, pro)
    assert told() == ["pro", "pro"]
    follower = Follower(installation)
    change(organization, pro, plan="ultra")
    seen = len(follower.state)
    follower.heartbeat()
    assert follower.state[SUBSCRIPTION, pro.id].plan == "ultra" and len(follower.state) == seen
    follower.acknowledge()
    follower.close()
    assert told() == ["ultra", "ultra"]
    organization.license(person, entry)
    assert told() == ["entry", "ultra"]
    organization.unlicense(person, entry)
    assert told() == [None, "ultra"]
    cancel(organization, pro)
    assert told() == [None, None]
    eventually(lambda: not licences(organization))
    freed = eventually(lambda: organization.events(action="licence.freed"))
    assert [one.event.target.subject_id for one in freed] == [other.id]
    assert current(organization, pro).assigned_count == 0


def test_a6_plan_and_licence_are_shown_and_listed_in_pages(organization):
    tenant = organization.tenant(external_id=unique("ms"))
    subscription = organization.subscription("own-plan_1", 10, tenant_id=tenant.id)
    people = [organization.person() for _ in range(5)]
    made = [organization.license(one, subscription).licence for one in people]
    assert {one.plan for one in made} == {"own-plan_1"} and all(one.id.startswith("lic_") for one in made)
    assert organization.get(people[0]).plan == "own-plan_1" and organization.get(organization.owner).plan == ""
    for filters in ({}, {"subscription_id": subscription.id}):
        assert licences(organization, 2, **filters) == sorted(made, key=lambda one: one.id)
    assert licences(organization, account_id=people[3].id) == [made[3]]
    assert licences(organization, account_id=organization.owner.id) == []
    request = tenant_pb2.ListTenantsRequest(organization_id=organization.id)
    assert pages(organization.ask, request, "tenants", 1) == [tenant]


def test_a6_an_invited_administrator_has_no_right_yet(organization):
    """Not before the invitation is accepted, and then by the role."""
    invited = organization.invite()
    buy = subscription_pb2.CreateSubscriptionRequest(
        subscription=subscription_pb2.Subscription(organization_id=organization.id, plan="pro", licence_count=1))
    with pytest.raises(CallError) as refusal:
        organization.ask(buy, invited.account)
    assert refusal.value.code in ("PERMISSION_DENIED", "UNAUTHENTICATED")
    accepted = organization.accept(invited.invitation_token)
    with refused("PERMISSION_DENIED", "ROLE_LACKS_SCOPE", scope="subscription", needed="edit"):
        organization.ask(buy, accepted)
    organization.assign(accepted, "rol_full_admin")
    assert organization.ask(buy, accepted).subscription.plan == "pro"


def test_a6_d28_another_organization_is_not_found_and_the_attempt_is_in_the_log_of_who_tried(organization, operator):
    other = Organization(operator)
    theirs = other.subscription("pro", 5)
    person = organization.person()
    with refused("NOT_FOUND", "NOT_FOUND"):
        organization.license(person, theirs)
    with refused("NOT_FOUND", "NOT_FOUND"):
        change(organization, theirs, plan="free")
    denied = eventually(lambda: organization.events(action="licence.assigned"))
    assert [one.event.decision.reason for one in denied] == ["NOT_FOUND"]
    assert not other.events(action="licence.assigned") and current(other, theirs) == theirs


def test_a6_by_the_shell(installation, organization):
    def run(*words):
        ended = ctl(installation, *words, f"--as={organization.owner.id}", "--output", "json")
        assert ended.returncode == 0, ended
        return json.loads(ended.stdout)

    person = organization.person()
    tenant = run("tenant", "create", "Head office", "--external-id", unique("ms"))["tenant"]
    assert run("tenant", "update", tenant["id"], "--display-name", "Works")["tenant"]["displayName"] == "Works"
    bought = run("subscription", "create", "--plan", "pro", "--licence-count", "3", "--tenant", tenant["id"])["subscription"]
    changed = run("subscription", "update", bought["id"], "--plan", "ultra")["subscription"]
    assert (changed["plan"], changed["licenceCount"]) == ("ultra", 3)
    assert run("licence", "assign", person.address, bought["id"])["licence"]["accountId"] == person.id
    assert run("account", "get", person.address)["account"]["plan"] == "ultra"
    ended = ctl(installation, "licence", "list", "--subscription", bought["id"], f"--as={organization.owner.id}")
    header = ended.stdout.splitlines()[0].split()
    assert ended.returncode == 0 and header == ["LICENCE", "ACCOUNT", "SUBSCRIPTION", "PLAN", "CREATED"], ended
    assert person.id in ended.stdout and "ultra" in ended.stdout
    ended = ctl(installation, "tenant", "delete", tenant["id"], f"--as={organization.owner.id}")
    assert ended.returncode != 0 and "TENANT_IN_USE" in ended.stderr, ended
    run("licence", "unassign", person.address, bought["id"])
    run("subscription", "cancel", bought["id"])
    run("tenant", "delete", tenant["id"])
    assert account_resource_pb2.ACCOUNT_STATE_ACTIVE == organization.get(person).state
