"""Appends events with Python's eventsourcing, one a call: CLIENTS processes for SECONDS; prints events a second."""

import json
import multiprocessing
import os
import sys
import time
from uuid import uuid4

from eventsourcing.persistence import StoredEvent
from eventsourcing.postgres import PostgresApplicationRecorder, PostgresDatastore

# As long as the row the others insert.
STATE = json.dumps(
    {
        "occurred": "2021-09-08",
        "begin_earliest": "2021-09-08",
        "begin_latest": "2021-09-08",
        "end_earliest": "2021-09-09",
        "end_latest": "2021-09-09",
        "actors": ["alpha"],
        "recipients": ["beta"],
        "type": "CONSULT",
        "mode": "visit",
        "contexts": ["diplomatic"],
        "modality": "asserted",
        "title": "A delegation arrives for talks",
        "sources": [{"title": "A newspaper", "publisher": "A publisher", "published": "2021-09-09"}],
        "grade": "B2",
        "tags": [],
    }
).encode()


def recorder():
    store = PostgresDatastore(
        dbname=os.environ["PGDATABASE"],
        host=os.environ["PGHOST"],
        port="5432",
        user=os.environ["PGUSER"],
        password="",
        pool_size=1,
        max_overflow=0,
    )
    return PostgresApplicationRecorder(store, events_table_name="stored_events")


def client(seconds, start, appended):
    events = recorder()
    # The connection is made before the clock runs.
    events.max_notification_id()
    start.wait()
    begin = time.perf_counter()
    count = 0
    while time.perf_counter() - begin < seconds:
        events.insert_events([StoredEvent(uuid4(), 1, "Recorded", STATE)])
        count += 1
    appended.put(count / (time.perf_counter() - begin))
    events.datastore.close()


def main():
    clients, seconds = int(sys.argv[1]), float(sys.argv[2])
    first = recorder()
    first.create_table()
    first.datastore.close()
    start = multiprocessing.Barrier(clients)
    appended = multiprocessing.Queue()
    processes = [multiprocessing.Process(target=client, args=(seconds, start, appended)) for _ in range(clients)]
    for process in processes:
        process.start()
    print(f"{sum(appended.get(timeout=seconds + 60) for _ in processes):.1f}")
    for process in processes:
        process.join()


main()
