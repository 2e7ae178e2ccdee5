# Importing: a file of CAMEO-coded rows, parsed, appended, sequenced and projected, beside a COPY of the same bytes
# into a table with as many indexes; seconds and memory of the whole command. And reading alone, which writes nothing.

run_copy_rows() {
    psql -c 'DROP TABLE IF EXISTS rows' -f "$bench/sql/import_table.sql"
    echo "\\copy rows from '$work/rows.tsv' with (format csv, delimiter E'\\t', header, null '')" >"$work/copy_rows.sql"
    cost copy_rows "$pgbin/psql" --no-psqlrc -f "$work/copy_rows.sql"
}
# Into a new database each time; making it is not measured. Its actors are known: they are part of no row.
run_import() {
    psql -d postgres -c 'DROP DATABASE IF EXISTS imported' -c 'CREATE DATABASE imported TEMPLATE import_actors'
    cost import "${annals_on_import[@]}" "$annals" import --keep-good "$work/rows.tsv"
}
run_import_reading() { cost import_reading "${annals_on_actors[@]}" "$annals" import --dry-run "$work/rows.tsv"; }
run_import_fewer() {
    psql -d postgres -c 'DROP DATABASE IF EXISTS imported' -c 'CREATE DATABASE imported TEMPLATE import_actors'
    cost import_fewer "${annals_on_import[@]}" "$annals" import --keep-good "$work/fewer.tsv"
}

measure_import() {
    local clients=1 unset=(env -u PGHOST -u PGUSER -u PGDATABASE)
    local annals_on_import=("${unset[@]}" "ANNALS_DB=host=$PGHOST user=annals dbname=imported")
    local annals_on_actors=("${unset[@]}" "ANNALS_DB=host=$PGHOST user=annals dbname=import_actors")
    python3 -B "$bench/import_rows.py" "$entries" >"$work/rows.tsv"
    head -n "$((entries / 10 + 1))" "$work/rows.tsv" >"$work/fewer.tsv"
    begin_database import_actors
    seq 0 3999 | awk '{ printf "{\"actor\":\"government-of-%d\",\"name\":\"Government of %d\"}\n", $1, $1 }' |
        "${annals_on_actors[@]}" "$annals" append - >>"$work/log"
    begin_database imported
    PGDATABASE=import_copied
    begin_database import_copied
    in_rounds run_copy_rows run_import run_import_reading run_import_fewer
}
