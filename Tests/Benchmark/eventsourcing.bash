# Python's eventsourcing on PostgreSQL, its recorder alone, in the default mode, which loses no event.

# Into a directory of the benchmark's own, once for all places.
install_eventsourcing() {
    say "installing eventsourcing"
    python3 -m venv "$work/eventsourcing" &&
        "$work/eventsourcing/bin/pip" install 'eventsourcing[postgres]==9.5.6' 'psycopg[binary]==3.3.9' && return
    rm -rf "$work/eventsourcing"
    return 1
}

append_with_eventsourcing() {
    PGDATABASE=eventsourcing "$work/eventsourcing/bin/python" "$bench/eventsourcing_append.py" "$clients" "$seconds" 2>>"$work/log"
}

run_eventsourcing() { figure eventsourcing append_with_eventsourcing; }
