# Importing: a file of CAMEO-coded rows, and the same events as JSON lines, parsed, appended, sequenced and projected,
# beside a COPY of the same bytes into a table with as many indexes; seconds and memory of the whole command. Reading
# alone, which writes nothing. And the history of a relationship that its source gives anew five times.

copy_file() { # the name of the figures, the table, the file, how it is to be read
    psql -c "DROP TABLE IF EXISTS $2" -f "$bench/sql/import_$2.sql"
    echo "\\copy $2 from '$3' with ($4)" >"$work/$1.sql"
    cost "$1" "$pgbin/psql" --no-psqlrc -f "$work/$1.sql"
}
# Into a new database each time; making it is not measured. Its actors are known: they are part of no row.
import_file() { # the name of the figures, the file
    psql -d postgres -c 'DROP DATABASE IF EXISTS imported' -c 'CREATE DATABASE imported TEMPLATE import_actors'
    cost_on imported "$1" import --keep-good "$2"
}

run_copy_rows() { copy_file copy_rows rows "$work/rows.tsv" "format csv, delimiter E'\\t', header, null ''"; }
run_import() { import_file import "$work/rows.tsv"; }
run_import_fewer() { import_file import_fewer "$work/fewer.tsv"; }
run_import_reading() { cost_on import_actors import_reading import --dry-run "$work/rows.tsv"; }

# No byte of JSON is a control character, so that each line is one field as it is.
run_copy_lines() { copy_file copy_lines lines "$work/lines.jsonl" "format csv, delimiter E'\\x02', quote E'\\x01'"; }
run_import_lines() { import_file import_lines "$work/lines.jsonl"; }

# As it is first written, and each time it is given anew, with every event corrected.
run_overwriting() {
    local version
    import_file overwriting_0 "$work/version.0.csv"
    for version in 1 2 3 4 5; do
        cost_on imported "overwriting_$version" import --keep-good "$work/version.$version.csv"
    done
}

measure_import() {
    local clients=1 version rows=(python3 -B "$bench/import_rows.py")
    "${rows[@]}" icews "$entries" >"$work/rows.tsv"
    head -n "$((entries / 10 + 1))" "$work/rows.tsv" >"$work/fewer.tsv"
    "${rows[@]}" cloudevents "$entries" >"$work/lines.jsonl"
    for version in 0 1 2 3 4 5; do "${rows[@]}" acled "$((entries / 10))" "$version" >"$work/version.$version.csv"; done
    begin_database import_actors
    seq 0 3999 | awk '{ printf "{\"actor\":\"government-of-%d\",\"name\":\"Government of %d\"}\n", $1, $1 }' |
        on_database import_actors append - >>"$work/log"
    PGDATABASE=import_copied
    begin_database import_copied
    in_rounds run_copy_rows run_import run_import_reading run_import_fewer run_copy_lines run_import_lines run_overwriting
}
