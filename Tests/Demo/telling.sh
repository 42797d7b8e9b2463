# What the demo's scripts say and show; sourced behind servers.sh.

ctl() { "$bin/mandatectl" "$@"; }

# took: the time since the step began.
last=$(date +%s%N)
took() {
    local now
    now=$(date +%s%N)
    awk -v nanos=$((now - last)) 'BEGIN { printf "%.2f s", nanos / 1e9 }'
}
step() {
    say "$*"
    last=$(date +%s%N)
}

# events ACTION [OPTION…]: the first page of the organization's events of that kind, as soon as there is one: the relay
# carries an event to the log behind the change, within milliseconds.
events() {
    local i shown
    for i in $(seq 100); do
        shown=$(ctl log list --organization "$organization" --as "$owner" --action "$@") || fail "log list"
        [ "$(printf '%s\n' "$shown" | wc -l)" -gt 1 ] && break
        sleep 0.1
    done
    printf '%s\n' "$shown"
}
