# Starts and stops the three servers on loopback; sourced by demo, run and the benchmarks.
# Working state lies under .mandate/: certificates, databases, logs. MANDATE_STATE and MANDATE_PORTS choose another
# folder and other ports, so that a measurement does not meet a demo.

state=${MANDATE_STATE:-$root/.mandate}
bin=${MANDATE_BIN:-$root/.build/release}
ports=${MANDATE_PORTS:-7400}
export MANDATE_CERTIFICATES=$state/certificates
# Read by the servers, to find each other, and by mandatectl.
export MANDATE_IDENTITY=127.0.0.1:$((ports + 1))
export MANDATE_MAILBOX=127.0.0.1:$((ports + 2))
export MANDATE_AUDIT=127.0.0.1:$((ports + 3))
pids=()

say() { printf '%s\n' "$*"; }
fail() {
    say "${0##*/}: FAILED: $*" >&2
    exit 1
}

stop_servers() {
    local pid
    for pid in "${pids[@]}"; do kill -TERM "$pid" 2>/dev/null; done
    for pid in "${pids[@]}"; do wait "$pid" 2>/dev/null; done
    pids=()
}

# start_server NAME PORT OPERATIONS_PORT
start_server() {
    local name=$1
    "$bin/mandate-$name" \
        --listen-port "$2" --operations-port "$3" \
        --tls-certificate "$MANDATE_CERTIFICATES/mandate-$name.pem" --tls-key "$MANDATE_CERTIFICATES/mandate-$name.key" \
        --tls-authority "$MANDATE_CERTIFICATES/authority.pem" \
        --callers "$root/services/$name/callers.json" --database "$state/$name.db" --domains-unverified allowed \
        2>"$state/$name.log" &
    pids+=($!)
}

# Waits until a server says that it is ready; the last lines of its log when it does not.
await_ready() {
    local name=$1 port=$2 pid=$3 i
    for i in $(seq 150); do
        kill -0 "$pid" 2>/dev/null || break
        "$bin/mandate-$name" healthcheck --operations-port "$port" >/dev/null 2>&1 && return
        sleep 0.2
    done
    tail -n 5 "$state/$name.log" >&2
    fail "mandate-$name did not become ready; its log is $state/$name.log"
}

start_servers() {
    local port
    for port in $((ports + 101)) $((ports + 102)) $((ports + 103)); do
        # Databases of running servers are not deleted under them.
        if "$bin/mandate-audit" healthcheck --operations-port $port >/dev/null 2>&1; then
            fail "something answers on port $port already; stop the servers that are up (make run?)"
        fi
    done
    mkdir -p "$state"
    rm -f "$state"/{identity,mailbox,audit}.db*
    "$bin/mandatectl" certificates --into "$MANDATE_CERTIFICATES" >/dev/null || fail "no certificates"
    start_server audit $((ports + 3)) $((ports + 103))
    start_server identity $((ports + 1)) $((ports + 101))
    start_server mailbox $((ports + 2)) $((ports + 102))
    await_ready audit $((ports + 103)) "${pids[0]}"
    await_ready identity $((ports + 101)) "${pids[1]}"
    await_ready mailbox $((ports + 102)) "${pids[2]}"
}

# field NAME: the value of a text field in the JSON on standard input.
field() { sed -n "s/.*\"$1\":\"\([^\"]*\)\".*/\1/p" | head -n 1; }

# The institution: an organization with its owner, 1,005 people, 42 departments, 542 delegations.
set_up_institution() {
    local data=$root/Tests/Demo/email-eu-core created
    work=$state/demo
    rm -rf "$work" && mkdir -p "$work"
    created=$("$bin/mandatectl" organization create "EU core" --owner owner@eu-core.example --owner-name Owner \
        --preset functional-accounts --output json) || fail "no organization"
    organization=$(printf '%s' "$created" | sed 's/"owner":{.*//' | field id)
    owner=$(printf '%s' "$created" | sed 's/.*"owner":{/{/' | field id)
    awk -v into="$work" -f "$root/Tests/Demo/import.awk" "$data/people.csv" "$data/mail.csv"
    "$bin/mandatectl" import --organization "$organization" --as "$owner" \
        --people "$work/people.csv" --groups "$work/groups.csv" --mailboxes "$work/mailboxes.csv" \
        --members "$work/members.csv" --delegations "$work/delegations.csv" --ids "$work/ids.csv" || fail "import"
}
