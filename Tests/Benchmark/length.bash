# How long a history is: appending into a relationship with 10 events, one of a thousand of them, and into the one with
# all of the history; events later than all others, and events of any day before. Accepted and known, by one client.

run_into_few() { figure into_few rate_into few 11400 11400; }
run_into_many() { figure into_many rate_into many 11400 11400; }
run_into_few_late() { figure into_few_late rate_into few 0 10900; }
run_into_many_late() { figure into_many_late rate_into many 0 10900; }

rate_into() { # few or many, the first and the last day
    local one=aa other=bb relationships=1
    [ "$1" = many ] || { one=cc other=dd relationships=1000; }
    rate "$bench/sql/append_into.sql" --define=one="$one" --define=other="$other" \
        --define=relationships="$relationships" --define=first="$2" --define=last="$3"
}

measure_length() {
    local clients=1 PGDATABASE=lengthy
    begin_database lengthy
    add_history lengthy "$entries" 1 aa bb
    add_history lengthy 10000 1000 cc dd
    psql -c 'VACUUM ANALYZE'
    in_rounds run_into_few run_into_many run_into_few_late run_into_many_late
}
