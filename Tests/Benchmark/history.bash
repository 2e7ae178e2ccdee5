# Histories appended by the command itself, as JSON lines, 10,000 a batch.

# Events over thirty years, between the first actor and the second, or as many others as relationships.
add_history() { # database, events, relationships, actor, other
    say "  appending $2 events between $4 and $5"
    psql -v relationships="$3" -v a="$4" -v b="$5" -f "$bench/sql/actors.sql" | on_database "$1" append >/dev/null
    rm -f "$work"/part.*
    psql -v count="$2" -v relationships="$3" -v a="$4" -v b="$5" -f "$bench/sql/history.sql" |
        split --lines=10000 - "$work/part."
    local part
    for part in "$work"/part.*; do on_database "$1" append --file "$part" >/dev/null; done
}
