# Histories: 40 events of a window, the last 40, the last 40 as they were known when half of them were written, and
# how the relationship stood on two days, each asked of the server; with 1,000 events, and with all of the history.

run_window_few() { figure window_few middle "${few[@]}" --file="$bench/sql/window.sql"; }
run_window_many() { figure window_many middle "${many[@]}" --file="$bench/sql/window.sql"; }
run_last_few() { figure last_few middle "${few[@]}" --file="$bench/sql/last_events.sql"; }
run_last_many() { figure last_many middle "${many[@]}" --file="$bench/sql/last_events.sql"; }
run_last_then_few() { figure last_then_few middle "${few_then[@]}" --file="$bench/sql/last_events.sql"; }
run_last_then_many() { figure last_then_many middle "${many_then[@]}" --file="$bench/sql/last_events.sql"; }
run_two_days_few() { figure two_days_few middle "${few[@]}" --file="$bench/sql/two_days.sql"; }
run_two_days_many() { figure two_days_many middle "${many[@]}" --file="$bench/sql/two_days.sql"; }

measure_history() {
    local clients=1 PGDATABASE=paged head between
    begin_database paged
    add_history paged "$entries" 1 aa bb
    between=$(psql -c 'SELECT max(position) FROM annals.log')
    add_history paged 1000 1 cc dd
    head=$(psql -c 'SELECT max(position) FROM annals.log')
    local many=(--define=stream=aa/bb --define=known="$head") few=(--define=stream=cc/dd --define=known="$head")
    local many_then=(--define=stream=aa/bb --define=known="$((between / 2))")
    local few_then=(--define=stream=cc/dd --define=known="$(((between + head) / 2))")
    psql -c 'VACUUM ANALYZE'
    in_rounds run_window_few run_window_many run_last_few run_last_many run_last_then_few run_last_then_many \
        run_two_days_few run_two_days_many
}
