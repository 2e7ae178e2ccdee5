# Starting: from the start of the process to the first byte of an answer, of the command and of psql asked for the
# same; and of psql asked for nothing, which is what connecting takes.

day=2010-06-01
first_byte() { python3 -B "$bench/first_byte.py" "$((seconds * 20))" "$@"; }
run_start_show() { figure start_show first_byte "$annals" show cc dd --at "$day" --db "$show_uri"; }
run_start_psql() {
    figure start_psql first_byte "$pgbin/psql" --no-psqlrc "$show_uri" \
        -c "SELECT * FROM annals.state_at('cc/dd', '$day')"
}
run_start_nothing() { figure start_nothing first_byte "$pgbin/psql" --no-psqlrc "$show_uri" -c "SELECT 1"; }

measure_start() {
    local clients=1 show_uri="host=$PGHOST user=annals dbname=started"
    begin_database started
    add_history started 10 1 cc dd
    PGDATABASE=started psql -c 'VACUUM ANALYZE'
    # The environment of the rest would name another database.
    (unset PGHOST PGUSER PGDATABASE && in_rounds run_start_show run_start_psql run_start_nothing)
}
