# Measuring in rounds: each thing once a round beside its control, so that what the machine does meanwhile
# happens to both, and what comes out is the median of the rounds' quotients.

threads=$(nproc)
clients=1
round=0

# Writes down one measurement: its name in measures.py, and the value, which the command after it prints.
figure() {
    local value
    value=$("${@:2}")
    printf '%s\t%s\t%s\t%s\t%s\n' "$1" "$place" "$clients" "$round" "$value" >>"$work/figures"
}

# Runs each of the functions once a round; every other round backwards, so that nobody always comes first.
in_rounds() {
    local run order=("$@") backwards
    for round in $(seq "$rounds"); do
        backwards=()
        for run in "${order[@]}"; do
            say "  $place, $clients client(s), round $round: ${run#run_}"
            "$run"
            backwards=("$run" "${backwards[@]}")
        done
        order=("${backwards[@]}")
    done
}

# Runs pgbench with this many clients, and leaves when each transaction ended (in seconds) and what it took (in
# milliseconds) in $work/transactions, in the order they ended. The first second is left out: a new connection
# plans its statements then. An error of one client fails the run.
run_pgbench() {
    rm -f "$work"/pgbench.*
    pgbench --time="$((seconds + 1))" --log --log-prefix="$work/pgbench" "$@"
    cat "$work"/pgbench.* | awk '{ printf "%s.%06d %.3f\n", $5, $6, $3 / 1000 }' | sort --numeric-sort |
        awk 'NR == 1 { begin = $1 + 1 } $1 >= begin' >"$work/transactions"
}

pgbench() {
    "$pgbin/pgbench" --no-vacuum --protocol=prepared --client="$clients" \
        --jobs="$((clients < threads ? clients : threads))" "$@" >>"$work/log" 2>&1
}

# Transactions a second of a script, which pgbench is given with the options after it.
rate() {
    run_pgbench --file="$1" "${@:2}"
    awk 'NR == 1 { begin = $1 } END { printf "%.1f", (NR - 1) / ($1 - begin) }' "$work/transactions"
}

# How long the transactions of a script took: median, 99th percentile and highest, in milliseconds.
latencies() {
    run_pgbench "$@"
    awk '{ print $2 }' "$work/transactions" | sort --numeric-sort | awk '
        { value[NR] = $1 }
        END { print value[int((NR + 1) / 2)], value[int(NR * 0.99 + 0.99)], value[NR] }'
}
