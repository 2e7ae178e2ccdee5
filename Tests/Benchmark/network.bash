# The network: how all relationships stood on a random day, beside a count of the rows of the table it looks through;
# counted, and with every column of every row.

# Not a multiple of the kinds of events, so that every relationship has all of them: two of each.
network_relationships=$((network_relationships % 5 ? network_relationships : network_relationships + 1))

run_count_effects() { figure count_effects middle --file="$bench/sql/count_effects.sql"; }
run_network() { figure network middle --file="$bench/sql/network.sql"; }
run_network_rows() { figure network_rows middle --file="$bench/sql/network_rows.sql"; }

measure_network() {
    local clients=1 PGDATABASE=network
    begin_database network
    add_history network "$((network_relationships * 10))" "$network_relationships" aa bb
    psql -c 'VACUUM ANALYZE'
    in_rounds run_count_effects run_network run_network_rows
}
