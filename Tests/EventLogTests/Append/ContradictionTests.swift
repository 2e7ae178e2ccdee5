import Annals
import EventLog
import Postgres
import Support
import Testing

/// What SQL callers hand to `annals.append` beside what a program of ours would.
///
/// The projections could not hold most of it: accepted, it would stop sequencing for everybody.
@Suite struct `an entry that contradicts itself` {
    /// Appends the entry with one thing changed, by the path to it.
    private func append(_ path: String, _ value: String, to log: Log) throws {
        try log.connection.execute(
            """
            select annals.append(array[jsonb_populate_record(null::annals.new_entry,
                       jsonb_set(\(SoundEntry.json)::jsonb, \(path)::text[], \(value)::jsonb))])
            """
        )
    }

    @Test func `is taken once it does not, and is known at once`() throws {
        let log = try TestDatabase().openLog()
        try append("{title}", #""Talks in Doha""#, to: log)
        #expect(try log.connection.sequenceOnce() == SequencedBatch(head: 1, sequenced: 1))
        for table in ["effect", "lane", "activity", "actor", "actor_name"] {
            #expect(try log.connection.execute("select from annals.\(raw: table)") == 1)
        }
        for table in ["occurrence", "known_month"] {
            #expect(try log.connection.execute("select from annals.\(raw: table)") == 2)
        }
    }

    @Test(arguments: [
        ("{begin_earliest}", "null"), ("{begin_latest}", "null"), ("{begin_latest}", #""2019-01-01""#),
        ("{begin_earliest}", #""4713-11-24 BC""#), ("{begin_earliest}", #""300000-01-01""#),
        ("{begin_latest}", #""5874897-12-31""#), ("{end_earliest}", #""2020-03-02""#), ("{occurred}", "null"),
        ("{revision}", "null"), ("{revision}", "0"), ("{revision}", "2"), ("{kind}", #""revised""#),
        ("{kind}", #""corrected""#), ("{reason}", #""why not""#), ("{title}", "null"),
        ("{actor}", #"{"actor": "china"}"#), ("{streams}", "null"), ("{streams}", "[]"),
        ("{streams}", "[null]"),
        ("{streams}", #"["china/taliban", "china"]"#),
        ("{streams}", #"["china", "china/taliban", "china/taliban"]"#),
        ("{streams}", #"["china"]"#), ("{streams}", #"["china/taliban"]"#), ("{derived}", "null"),
        ("{derived}", "{}"),
        ("{derived,effects,0}", "null"), ("{derived,activity,0}", "null"), ("{derived,actor,slug}", "null"),
        ("{derived,actor,slug}", #""taliban""#), ("{derived,actor,names,0}", "null"),
        ("{derived,effects,0,begin_earliest}", #""2020-03-01""#),
        ("{derived,effects,0,end_earliest}", #""2021-03-01""#),
        ("{derived,effects,0,end_earliest}", #""infinity""#), ("{derived,effects,0,shape}", "0"),
        ("{derived,effects,0,begin_earliest}", #""-infinity""#), ("{derived,effects,0,shape}", "3"),
        ("{derived,activity,0,events}", "1000000000"), ("{derived,activity,0,score_tenths}", "1000000000"),
        ("{derived,effects,0,stream}", #""iran/taliban""#),
        ("{derived,activity,0,stream}", #""iran/taliban""#),
    ])
    func `is refused`(path: String, value: String) throws {
        let log = try TestDatabase().openLog()
        #expect(try stateOfRefusal { try append(path, value, to: log) } == "AN005")
        #expect(try log.head().waiting == 0)
        #expect(try log.flaws() == [])
    }

    @Test(arguments: [
        "effects,0": [
            "stream", "facet", "key", "from_actor", "to_actor", "claimant", "value", "rank", "shape",
            "begin_earliest", "begin_latest", "end_earliest", "end_latest", "begin_edtf", "modality", "grade",
        ],
        "activity,0": ["stream", "from_actor", "to_actor", "month", "quad_class", "events", "score_tenths"],
        "actor,names,0": ["folded", "scheme", "written"],
    ])
    func `by leaving out what its effects need is refused`(part: String, fields: [String]) throws {
        let log = try TestDatabase().openLog()
        for field in fields {
            #expect(
                try stateOfRefusal { try append("{derived,\(part),\(field)}", "null", to: log) } == "AN005"
            )
        }
        #expect(try log.head().waiting == 0)
    }

    @Test(arguments: [
        ("effects,0,key", 200), ("effects,0,claimant", 200),
        ("effects,0,from_actor", 80),
        ("effects,0,to_actor", 80), ("activity,0,from_actor", 80), ("activity,0,to_actor", 80),
        ("actor,names,0,folded", 1000), ("actor,names,0,scheme", 20),
    ])
    func `with names longer than an index holds is refused, and the longest is taken`(path: String, most: Int)
        throws
    {
        let log = try TestDatabase().openLog()
        func noise(_ count: Int) -> String {
            var random = SplitMix64(seed: 5)
            return "\"" + (0..<count).map { _ in String(Int.random(in: 0...9, using: &random)) }.joined()
                + "\""
        }
        #expect(try stateOfRefusal { try append("{derived,\(path)}", noise(most + 1), to: log) } == "AN005")
        try append("{derived,\(path)}", noise(most), to: log)
        #expect(try log.connection.sequenceOnce() == SequencedBatch(head: 1, sequenced: 1))
    }

    @Test func `says which entry it is, and what is wrong with it`() throws {
        let log = try TestDatabase().openLog()
        let refusal = #expect(throws: PostgresError.self) {
            try append("{derived,effects,0,stream}", #""iran/taliban""#, to: log)
        }
        guard case .server(let message)? = refusal else { return }
        #expect(
            message.message == """
                event 0e984725-c51c-4bf4-9960-e1c80e27aba0, revision 1: \
                effect 1: its stream 'iran/taliban' is not one of the entry's
                """
        )
    }

    @Test func `does not stop what is sequenced when it is very much at once`() throws {
        let log = try TestDatabase().openLog()
        // 15 MB of effects each.
        func large(_ number: Int32) -> Query {
            """
            select annals.append(array[jsonb_populate_record(null::annals.new_entry, jsonb_set(jsonb_set(
                       \(SoundEntry.json)::jsonb, '{derived,effects}', (
                           select jsonb_agg(jsonb_set(\(SoundEntry.json)::jsonb #> '{derived,effects,0}',
                                                      '{begin_edtf}', to_jsonb(repeat('x', 1000))))
                             from generate_series(1, 13500))),
                       '{event_id}', to_jsonb('0e984725-c51c-4bf4-9960-e1c80e27aba' || \(number)::int)))])
            """
        }
        for number: Int32 in 1...6 { try log.connection.execute(large(number)) }
        #expect(try log.connection.sequenceOnce() == SequencedBatch(head: 5, sequenced: 5, more: true))
        #expect(try log.connection.sequenceOnce() == SequencedBatch(head: 6, sequenced: 1))
    }
}
