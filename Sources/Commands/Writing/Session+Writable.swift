import EventLog

extension Session {
    /// Makes sure, before anything is written, that it can be and should.
    ///
    /// It cannot on a replica, and should not where it would be recorded far in the future. More than a minute ahead is
    /// told.
    func checkWritable(_ option: LogTimeOption) throws {
        try checkIsNoReplica()
        // Read also where it does not matter today: a limit that is mistyped is none.
        let limit = try option.limit()
        if let ahead = logTime.ahead, let limit, ahead > limit {
            throw Failure(recordingAt: logTime, ahead)
        }
        logTime.tell()
    }

    /// Refuses to write, even temporary tables, to a server that only replays what another one writes.
    func checkIsNoReplica() throws {
        if head.isReplica { throw Failure(writingTo: try log.replica()) }
    }
}

extension LogTime {
    /// Which clock is ahead of which, and how far; nil when none is.
    var words: String? {
        if let logAhead { return "the time of the log is \(logAhead.spoken) ahead of the server's clock" }
        return serverAhead.map { "the server's clock is \($0.spoken) ahead of this machine's" }
    }

    /// Tells when what is written now is recorded more than a minute ahead of the clocks.
    func tell() {
        guard let words else { return }
        Console.standard.note("note: \(words): what is written now is recorded at \(next)")
    }

    /// How far the time of what is written now is ahead, in seconds; nil up to a minute.
    var secondsAhead: Int? { (logAhead ?? serverAhead)?.wholeSeconds }
}

extension Failure {
    /// What is written would be dated far ahead, and everything after it too.
    fileprivate init(recordingAt time: LogTime, _ ahead: Duration) {
        let isLog = time.logAhead != nil
        self.init(
            .configuration,
            "clock",
            "what is written now would be recorded at \(time.next), \(ahead.spoken) ahead of this machine's clock",
            help: isLog
                ? "an entry was recorded while a clock was wrong: docs/operating.md says what can be done; --accept-log-time goes on in the time of the log"
                : "set the clock that is wrong, the server's or this machine's: one entry recorded ahead dates all after it; --accept-log-time writes all the same",
            outcome: "Nothing was written."
        )
    }

    /// Somebody wants to write to a server that only replays what another one writes.
    init(writingTo replica: Replica?) {
        self.init(
            .permission,
            "replica",
            "this server is a replica" + (replica?.primary.map { " of the one at \($0)" } ?? "")
                + ": it can be read, and not written to",
            help:
                "name the other one, or all of them, and the connection finds the one that takes writes: --db \"host=ONE,TWO target_session_attrs=read-write …\"",
            outcome: "Nothing was written."
        )
    }
}
