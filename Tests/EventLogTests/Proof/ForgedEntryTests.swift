import Annals
import EventLog
import Postgres
import Support
import Testing

/// An entry that a writer handed to `annals.append()` with SQL of their own.
struct Forgery: CustomTestStringConvertible {
    /// What it says otherwise than an honest one, as JSON.
    let change: String
    /// What is found of it; nil when all is well.
    let problem: String?
    /// Whether its digest is that of what it says.
    var hasDigest = true

    var testDescription: String { change }
}

/// Appending takes digest, streams and bounds as they are given: whoever may write may lie in them, and is found out.
@Suite struct `an entry forged by a writer` {
    private static let event = "018f0000-0000-7000-8000-0000000000ff"

    private static let forgeries = [
        Forgery(change: "{}", problem: nil),
        // Another digest than that of what it says.
        Forgery(change: "{}", problem: Tampering.content, hasDigest: false),
        // Other streams than its actors are of, one more, and one less.
        Forgery(change: #"{"streams": ["china/qatar"]}"#, problem: Tampering.elsewhere),
        Forgery(
            change: #"{"streams": ["china/qatar", "taliban/united-states"]}"#,
            problem: Tampering.elsewhere
        ),
        Forgery(
            change: #"{"recipients": ["united-states", "qatar"]}"#,
            problem: Tampering.elsewhere
        ),
        Forgery(
            change: #"{"effects": [{"facet": "aid", "from": "china", "to": "iran", "value": "active"}]}"#,
            problem: Tampering.elsewhere
        ),
        // Other bounds than those of its date, or a date that is none.
        Forgery(change: #"{"begin_earliest": "1999-01-01"}"#, problem: Tampering.bounds),
        Forgery(change: #"{"end_latest": "infinity"}"#, problem: Tampering.bounds),
        Forgery(change: #"{"occurred": "2020-02-28"}"#, problem: Tampering.bounds),
        Forgery(change: #"{"occurred": "yesterday"}"#, problem: Tampering.bounds),
        // What annals does not write.
        Forgery(
            change: #"{"effects": [{"facet": "aid", "from": "china", "why": "so"}]}"#,
            problem: Tampering.unreadable,
            hasDigest: false
        ),
    ]

    @Test(arguments: forgeries)
    func `is found by the program and by SQL alone, and named by its position`(_ forgery: Forgery) throws {
        let database = try TestDatabase()
        let log = try database.openLog()
        try log.record([.recording(try .rich("A")), .recording(try .rich("B"))])
        let writer = try database.connect(asMemberOf: "annals_writer")
        try writer.execute(
            """
            with forged as (
                select to_jsonb(e) || '{"event_id": "\(raw: Self.event)", "title": "forged"}'
                           || \(forgery.change)::jsonb as entry
                  from annals.entry e where title = 'B'
            ), digested as (
                select entry || jsonb_build_object(
                           'digest', case when \(forgery.hasDigest)
                                          then sha256(annals.canonical_bytes(
                                                   jsonb_populate_record(null::annals.entry, entry)))
                                          else sha256('') end,
                           'derived', '{"effects": [], "activity": []}'::jsonb) as entry
                  from forged
            )
            select annals.append(array[jsonb_populate_record(null::annals.new_entry, entry)]) from digested
            """
        )
        try log.sequence()
        try log.record([.recording(try .rich("C"))])
        let expected = forgery.problem.map {
            TamperedLog.Fault(position: Position(rawValue: 3), event: EventID(Self.event), problem: $0)
        }
        let tampered = TamperedLog(log, try log.checkpoint())
        #expect(try tampered.findings() == [expected].compactMap(\.self))
        // The bounds of dates are the program's alone to know.
        let inSQL = forgery.problem == Tampering.bounds ? nil : expected
        #expect(try tampered.findingsInSQL() == [inSQL].compactMap(\.self))
    }
}
