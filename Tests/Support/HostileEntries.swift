package import Postgres

/// Entries that somebody with only psql and the right to write makes up to do harm: sound ones with anything in one to
/// three places.
package struct HostileEntries: Sendable {
    private var random: SplitMix64
    private var count = 0

    /// Those that a seed gives.
    package init(seed: UInt64) {
        random = SplitMix64(seed: seed)
    }

    /// One entry as JSON with what to put where, for `jsonb_set`.
    package struct Hostile: CustomStringConvertible {
        let event: String
        let revision: Int
        let changes: [(path: String, value: String)]

        /// A sound one with one thing changed.
        package static func one(_ path: String, _ value: String) -> Hostile {
            Hostile(event: "0e984725-c51c-4bf4-9960-000000000000", revision: 1, changes: [(path, value)])
        }

        package var description: String {
            "revision \(revision), "
                + changes.map { "\($0.path) = \($0.value.prefix(60))" }.joined(separator: ", ")
        }
    }

    /// The next entry: of an event of its own, or every third time another revision of the one before.
    package mutating func next() -> Hostile {
        let isRevision = count % 3 == 2
        if !isRevision { count += 1 }
        let number = String(count, radix: 16)
        let event =
            "0e984725-c51c-4bf4-9960-" + String(repeating: "0", count: 12 - number.utf8.count) + number
        if isRevision { count += 1 }
        let changes = (0..<Int.random(in: 1...3, using: &random)).map { _ in change() }
        return Hostile(event: event, revision: isRevision ? 2 : 1, changes: changes)
    }

    /// The call that appends one.
    package static func append(_ hostile: Hostile) -> Query {
        """
        select annals.append(array[jsonb_populate_record(null::annals.new_entry, (
            with recursive changed (n, entry) as (
                select 0, \(SoundEntry.json)::jsonb || jsonb_build_object(
                              'event_id', \(hostile.event)::text, 'revision', \(Int32(hostile.revision)),
                              'kind', case when \(Int32(hostile.revision)) = 1 then 'recorded' else 'corrected' end,
                              'reason', case when \(Int32(hostile.revision)) > 1 then 'because' end)
                union all
                select n + 1, jsonb_set(entry, string_to_array((\(hostile.changes.map(\.path))::text[])[n + 1], ','),
                                        (\(hostile.changes.map(\.value))::text[])[n + 1]::jsonb)
                  from changed where n < \(Int32(hostile.changes.count)))
            select entry from changed order by n desc limit 1))])
        """
    }

    private mutating func change() -> (path: String, value: String) {
        (Self.paths.randomElement(using: &random) ?? "", Self.values.randomElement(using: &random) ?? "null")
    }

    private static let paths =
        [
            "kind", "reason", "erases", "occurred", "begin_earliest", "begin_latest", "end_earliest",
            "end_latest",
            "actors", "recipients", "type", "mode", "contexts", "modality", "title", "note", "effects",
            "sources",
            "grade", "reported", "tags", "actor", "streams", "appended_by", "origin", "salt", "digest",
            "derived",
            "actors,0", "recipients,0", "streams,0", "derived,effects", "derived,activity", "derived,actor",
            "derived,actor,slug", "derived,actor,name", "derived,actor,names",
        ]
        + [
            "stream", "facet", "key", "from_actor", "to_actor", "claimant", "value", "level", "rank", "shape",
            "begin_earliest", "begin_latest", "end_earliest", "end_latest", "begin_edtf", "end_edtf",
            "modality",
            "grade",
        ].map { "derived,effects,0,\($0)" }
        + ["stream", "from_actor", "to_actor", "month", "quad_class", "events", "score_tenths"].map {
            "derived,activity,0,\($0)"
        }
        + ["folded", "scheme", "written"].map { "derived,actor,names,0,\($0)" }

    private static let values = [
        "null", "5", "-1", "0", "[]", "{}", "[null]", "[[]]", #"[["a"]]"#, #"["a","a"]"#, #"{"a":1}"#, #""""#,
        #""x""#, #""china""#, #"["china"]"#, #"["taliban","china"]"#, #"["china/taliban"]"#, #""-infinity""#,
        #""infinity""#, #""5874897-12-31""#, #""4713-11-24 BC""#, #""0001-01-01""#, #""9999-12-31""#,
        #""not a date""#, "32768", "70000", "3e38", "true", #""\\u0001\\u202e""#,
        #"[{"from":["china"],"to":null,"facet":"aid","value":"active"}]"#,
        #"[{"from":"china","to":"Iran/..","facet":"aid","value":"active"}]"#,
        #"[{"title":[{"deep":[[[]]]}]}]"#, #"[{"from":"iran"}]"#, #"{"actor":"china"}"#,
        #"{"actor":["china"],"aliases":[],"codes":[]}"#, #"{"actor":"china","aliases":[[1]],"codes":[]}"#,
        "\"" + String(repeating: "n", count: 25_000) + "\"",
        "[\"" + String(repeating: "k", count: 25_000) + "\"]",
        "[" + (0..<100).map { "\"a\($0)\"" }.joined(separator: ",") + "]",
        "{\"actor\":\"" + String(repeating: "z", count: 25_000) + "\",\"aliases\":[],\"codes\":[]}",
    ]
}
