# message-db, the event store as SQL functions on PostgreSQL, from a checkout that is named, never from a copy.

begin_message_db() {
    PATH=$pgbin:$PATH DATABASE_NAME=message_store "$message_db/database/install.sh" >>"$work/log" 2>&1
    psql -c "ALTER DATABASE message_store SET search_path = message_store, public"
}

# Its writers wait for each other in a category, so it is measured in one and in one of each client's own.
run_message_db_one() { figure message_db_one write_messages relationship; }
run_message_db_each() { figure message_db_each write_messages "relationship' || :client_id || '"; }

write_messages() { # into which category
    sed "s/CATEGORY/$1/" "$bench/sql/write_message.sql" >"$work/write_message.sql"
    PGDATABASE=message_store rate "$work/write_message.sql"
}
