# Proving: verifying the log beside a COPY of its rows, and rebuilding the projections from it beside a COPY of
# its rows out and of theirs in; seconds and memory of the whole command.

# Not a multiple of the kinds of events, so that every relationship has all of them.
relationships=997
projections=(effect lane occurrence known_month activity actor actor_name)

# Seconds, and the most memory it held, of a command.
cost() { # the name of the figures, the command
    local costs taken held
    costs=$(python3 "$bench/cost.py" "${@:2}" 2>>"$work/log")
    read -r taken held <<<"$costs"
    figure "$1" echo "$taken"
    figure "$1_memory" echo "$held"
}

# The same of annals on a database.
cost_on() { # the database, the name of the figures, the arguments
    local words
    words_on "$1"
    cost "$2" "${words[@]}" "${@:3}"
}

run_copy_out() { cost copy_out "$pgbin/psql" --no-psqlrc -f "$bench/sql/copy_out.sql"; }

run_verify() { cost_on proven verify verify; }
run_verify_fewer() { cost_on proven_fewer verify_fewer verify; }
run_replay_check() { cost_on proven replay_check replay --check; }
run_replay() {
    cost_on proven replay replay
    on_database proven replay --drop-retired >>"$work/log"
}
run_replay_fewer() { cost_on proven_fewer replay_check_fewer replay --check; }

# The projections' rows are on disk already; tables with the same indexes wait for them.
run_copy_out_and_in() {
    local table
    {
        cat "$bench/sql/copy_out.sql"
        for table in "${projections[@]}"; do echo "\\copy copied.$table from '$work/$table.copy'"; done
    } >"$work/copy_out_and_in.sql"
    psql -c 'CREATE SCHEMA copied'
    for table in "${projections[@]}"; do psql -c "CREATE TABLE copied.$table (LIKE annals.$table INCLUDING ALL)"; done
    cost copy_out_and_in "$pgbin/psql" --no-psqlrc -f "$work/copy_out_and_in.sql"
    psql -c "SET client_min_messages = warning" -c "DROP SCHEMA copied CASCADE"
}

measure_proof() {
    local clients=1 PGDATABASE=proven table runs=(run_copy_out_and_in run_replay_check run_replay run_replay_fewer)
    runs+=(run_copy_out run_verify run_verify_fewer)
    begin_database proven
    add_history proven "$entries" "$relationships" aa bb
    begin_database proven_fewer
    add_history proven_fewer "$((entries / 10))" "$relationships" aa bb
    for table in "${projections[@]}"; do psql -c "\\copy annals.$table to '$work/$table.copy'"; done
    psql -c 'VACUUM ANALYZE'
    in_rounds "${runs[@]}"
}
