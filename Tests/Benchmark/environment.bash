# Where things are measured: annals' own private cluster on the disk, as everybody gets it, and one in memory
# with a flush of 1 ms. Disks differ, and many have moods; in memory the wait is the same in every run, and like
# a real flush it is shared by all who commit meanwhile.

unset ANNALS_DB DATABASE_URL PGHOST PGHOSTADDR PGPORT PGUSER PGDATABASE PGSERVICE PGOPTIONS
export ANNALS_ACTOR=bench
places=(disk)
declare -A home
place=disk
pgbin=$(printf '%s\n' /usr/lib/postgresql/*/bin | sort --version-sort | tail -n 1)
[ -x "$pgbin/pgbench" ] || pgbin=$(pg_config --bindir)

# Progress, with the seconds since the start.
say() { printf '%4d s  %s\n' "$SECONDS" "$*" >&2; }
# What the reader of the table has to know, and stands below it.
note() { say "$*" && printf '%s\n' "$*" >>"$work/notes"; }
fact() { printf '%s\t%s\n' "$1" "$2" >>"$work/facts"; }

psql() { "$pgbin/psql" --no-psqlrc --quiet --tuples-only --no-align -v ON_ERROR_STOP=1 "$@"; }
# The command on the private cluster of this place, and on another database of it.
private() { env -u PGHOST -u PGUSER -u PGDATABASE XDG_DATA_HOME="${home[$place]}" "$annals" "$@"; }
on_database() {
    local words
    words_on "$1"
    "${words[@]}" "${@:2}"
}
# The same as words, for a program that runs it: in $words.
words_on() { words=(env -u PGHOST -u PGUSER -u PGDATABASE "ANNALS_DB=host=$PGHOST user=annals dbname=$1" "$annals"); }

# Points psql, pgbench and the other stores at the cluster of a place.
enter() {
    place=$1
    PGHOST=$(sed -n 5p "${home[$place]}/annals/pg/data/postmaster.pid")
    export PGHOST PGUSER=annals PGDATABASE=annals
}

# PostgreSQL refuses to run as root, so root's servers run as the user postgres.
stop() { # which data directory, how
    local command=("$pgbin/pg_ctl" stop --silent --mode="$2" --pgdata="$1")
    if [ "$(id -u)" -eq 0 ]; then runuser -u postgres -- "${command[@]}"; else "${command[@]}"; fi
}

begin_cluster() { # place, its directory
    place=$1
    home[$1]=$2
    chmod 755 "$2"
    private init 2>/dev/null
    enter "$1"
    # When each transaction committed tells how long an entry took from accepted to known.
    psql -c "ALTER SYSTEM SET track_commit_timestamp = on"
    if [ "$1" = ram ]; then
        # A writer about to flush waits 1 ms, and flushes for all who are ready by then.
        psql -c "ALTER SYSTEM SET commit_siblings = 0" -c "ALTER SYSTEM SET commit_delay = 1000"
    fi
    stop "$2/annals/pg/data" fast
    private status >/dev/null
    psql -f "$bench/sql/setup.sql"
}

# Another database beside the one annals has made, set up alike.
begin_database() { # its name
    PGDATABASE=postgres psql -c "CREATE DATABASE \"$1\" TEMPLATE template0"
    on_database "$1" init 2>/dev/null
    PGDATABASE=$1 psql -f "$bench/sql/setup.sql"
}

begin_environment() {
    work=$(mktemp -d "${TMPDIR:-/var/tmp}/annals-bench.XXXXXX")
    trap finish EXIT
    trap 'exit 129' HUP
    trap 'exit 130' INT
    trap 'exit 143' TERM
    : >"$work/notes"
    : >"$work/figures"
    say "starting a private cluster in $work"
    begin_cluster disk "$work"
    if [ "$(df --output=avail --block-size=1G /dev/shm 2>/dev/null | tail -n 1)" -ge 4 ] 2>/dev/null; then
        memory=$(mktemp -d /dev/shm/annals-bench.XXXXXX)
        begin_cluster ram "$memory"
        places+=(ram)
    else
        note "The cluster in memory was left out: /dev/shm has not 4 GB."
    fi
    if [[ $parts == *append* ]]; then
        [ -n "$message_db" ] || note "message-db was left out: MESSAGE_DB names no checkout of it."
        install_eventsourcing >>"$work/log" 2>&1 || note "Python's eventsourcing was left out: pip could not install it."
    fi
    fact rounds "$rounds"
    fact seconds "$seconds"
    fact entries "$entries"
    fact relationships "$network_relationships"
    fact server "$(psql -c 'SHOW server_version')"
    fact annals "$("$annals" --version) ($(git describe --always --dirty 2>/dev/null || echo "no git"))"
    fact processors "$(nproc)"
    fact processor "$(sed -n 's/^model name[^:]*: *//p' /proc/cpuinfo | head -n 1)"
    fact filesystem "$(stat --file-system --format=%T "$work")"
    fact load "$(cut -d ' ' -f 1 /proc/loadavg)"
}

finish() {
    status=$?
    trap '' HUP INT TERM
    if [ "$status" -ne 0 ]; then
        say "The benchmark ended early; the last it heard:"
        tail -n 20 "$work/log" >&2 2>/dev/null || true
    fi
    [ -z "${holding-}" ] || exec {holding}>&-
    # Whoever still talks to the servers ends with them.
    find "$work" ${memory:+"$memory"} -maxdepth 5 -name postmaster.pid 2>/dev/null | while read -r lock; do
        stop "${lock%/*}" immediate || true
    done
    wait
    rm -rf "$work" ${memory:+"$memory"}
}
