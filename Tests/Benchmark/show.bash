# Showing: how a relationship stood on a random day, asked of the server, beside a primary-key lookup; with 10
# events, and with all of the history between two actors.

middle() { latencies "$@" | cut -d ' ' -f 1; }
run_lookup() { figure lookup middle --file="$bench/sql/lookup.sql"; }
run_show_few() { figure show_few middle --define=stream=cc/dd --file="$bench/sql/show.sql"; }
run_show_many() { figure show_many middle --define=stream=aa/bb --file="$bench/sql/show.sql"; }
run_state_few() { figure state_few middle --define=stream=cc/dd --file="$bench/sql/state_at.sql"; }
run_state_many() { figure state_many middle --define=stream=aa/bb --file="$bench/sql/state_at.sql"; }

measure_show() {
    local clients=1 PGDATABASE=shown
    begin_database shown
    add_history shown "$entries" 1 aa bb
    add_history shown 10 1 cc dd
    psql -c 'VACUUM ANALYZE'
    in_rounds run_lookup run_show_few run_show_many run_state_few run_state_many
}
