#!/bin/sh
# A team, its mailbox, a decision, a suspension that holds at once, and its proof. Run again, it finds what it made.
set -eu
fail() {
    echo "example: FAILED: $*" >&2
    exit 1
}
# field NAME: the value of a text field in the JSON on standard input.
field() { sed -n "s/.*\"$1\":\"\([^\"]*\)\".*/\1/p" | head -n 1; }

mandatectl server

created=$(mandatectl organization create Example --owner owner@example.org --preset functional-accounts \
    --request-id example --output json)
echo "organization $(echo "$created" | sed 's/"owner":{.*//' | field id)"
owner=owner@example.org

cd /tmp
printf '%s\n' address,display_name,external_id ada@example.org,Ada,ada ben@example.org,Ben,ben >people.csv
printf '%s\n' display_name,external_id Support,support >groups.csv
printf '%s\n' address,display_name,external_id help@example.org,Help,help >mailboxes.csv
printf '%s\n' group,member group:Support,ext:ada >members.csv
printf '%s\n' mailbox,grantee,rights help@example.org,group:Support,open\ send >delegations.csv
mandatectl import --as "$owner" --people people.csv --groups groups.csv --mailboxes mailboxes.csv \
    --members members.csv --delegations delegations.csv

ada=ada@example.org
ben=ben@example.org

# may ACCOUNT: fails unless there is a decision; 2 and 3 are none.
may() {
    mandatectl check "$1" help@example.org open && return 0
    [ $? -eq 1 ] || fail "no decision on $1"
    return 1
}

may "$ada" || fail "Ada is in the team and may not open its mailbox"
may "$ben" && fail "Ben is not in the team and may open its mailbox"

mandatectl account suspend "$ada" --as "$owner" --justification example >/dev/null
may "$ada" && fail "Ada is suspended and may open the mailbox"
mandatectl account reactivate "$ada" --as "$owner" >/dev/null
may "$ada" || fail "Ada is back and may not open the mailbox"

# The suspension's event reaches the log a moment after the change.
tries=0
until event=$(mandatectl log list --as "$owner" --action account.suspended --limit 1 |
    grep -o 'evt_[0-9a-z]*' | head -n 1) && [ -n "$event" ]; do
    tries=$((tries + 1))
    [ $tries -lt 50 ] || fail "the suspension is not in the log"
    sleep 0.2
done
mandatectl log prove "$event" --as "$owner"
echo "example: ok"
