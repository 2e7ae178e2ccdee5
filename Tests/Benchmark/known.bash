# From accepted to known: how long after the commit of its append an entry stands in the log, with 8 writers who
# each sequence what is there until their own entry is known; and the same in a database where somebody else's
# transaction, which has written to another table, stays open all the while. What such a one holds back piles up,
# in its own database: so there are two, alike, and each run is three times as long as others.

# Asked of the database for every entry: from the commit of the transaction that wrote it to the commit of the
# one that logged it. Both commits were decided then, and were seen by others one flush later.
accepted_to_known() { # after which position
    psql --field-separator=' ' -v after="$1" -f "$bench/sql/accepted_to_known.sql"
}

run_raw_insert_latencies() { three_figures raw latencies --file="$bench/sql/raw_insert.sql"; }
run_known() { known quiet; }
run_known_beside_foreign() { known foreign; }

known() { # in which database
    local before PGDATABASE=$1
    before=$(head_position)
    three_figures "call_$1" latencies --file="$work/append_until_known.sql"
    three_figures "known_$1" accepted_to_known "$before"
}

# The figures of a command that prints median, 99th percentile and highest.
three_figures() { # under which name, the command
    local values median high highest
    values=$("${@:2}")
    read -r median high highest <<<"$values"
    figure "$1_median" echo "$median"
    figure "$1_p99" echo "$high"
    figure "$1_highest" echo "$highest"
}

# A transaction with an id and a snapshot of its own, idle until it is told to end.
begin_foreign() {
    mkfifo "$work/foreign"
    psql <"$work/foreign" >/dev/null 2>>"$work/log" &
    foreign=$!
    exec {holding}>"$work/foreign"
    echo 'BEGIN ISOLATION LEVEL REPEATABLE READ; INSERT INTO bench.elsewhere VALUES (1);' >&"$holding"
    until [ "$(psql -c "SELECT count(*) FROM pg_stat_activity
                         WHERE state = 'idle in transaction' AND backend_xid IS NOT NULL AND backend_xmin IS NOT NULL")" -gt 0 ]
    do
        sleep 0.1
    done
}

end_foreign() {
    exec {holding}>&-
    unset holding
    wait "$foreign"
    rm "$work/foreign"
}

measure_known() {
    local database PGDATABASE=quiet seconds=$((seconds * 3)) clients=8
    write_append_until_known >"$work/append_until_known.sql"
    for database in quiet foreign; do begin_database "$database"; done
    PGDATABASE=foreign begin_foreign
    in_rounds run_raw_insert_latencies run_known run_known_beside_foreign
    end_foreign
}
