# Appending: one durable event a call, accepted, accepted beside a sequencer, and accepted and known, beside a
# raw INSERT of an equal row, message-db's write_message and Python's eventsourcing.

# Everything accepted becomes known, so that every run begins alike.
sequence_all() {
    local sequenced=1
    while [ "$sequenced" -gt 0 ]; do sequenced=$(psql -c 'SELECT sequenced FROM annals.sequence(100000)'); done
}
head_position() { psql -c 'SELECT position FROM annals.log_head'; }

run_raw_insert() { figure raw_insert rate "$bench/sql/raw_insert.sql"; }

run_append() {
    figure append rate "$bench/sql/append.sql"
    sequence_all
}

run_append_beside_sequencer() {
    local before known
    before=$(head_position)
    (clients=1 && pgbench --time="$((seconds + 1))" --file="$bench/sql/sequence.sql") &
    figure append_beside_sequencer rate "$bench/sql/append.sql"
    wait $!
    known=$(head_position)
    sequence_all
    figure sequenced echo "$((known - before))"
    figure accepted echo "$(($(head_position) - before))"
}

run_append_until_known() { figure append_until_known rate "$work/append_until_known.sql"; }

# The writer's whole path: the append, whose event it remembers, and then helping until that is known.
write_append_until_known() {
    sed -E 's/^SELECT .* FROM (annals\.append)/SELECT event_id FROM \1/; s/;$/ \\gset/' "$bench/sql/append.sql"
    echo 'CALL bench.help(:event_id);'
}

measure_append() {
    local runs=(run_raw_insert run_append run_append_beside_sequencer run_append_until_known)
    write_append_until_known >"$work/append_until_known.sql"
    if [ -n "$message_db" ]; then
        begin_message_db
        runs+=(run_message_db_one run_message_db_each)
    fi
    if [ -d "$work/eventsourcing" ]; then
        psql -c 'CREATE DATABASE eventsourcing'
        runs+=(run_eventsourcing)
    fi
    local clients
    for clients in 1 8 32; do in_rounds "${runs[@]}"; done
}
