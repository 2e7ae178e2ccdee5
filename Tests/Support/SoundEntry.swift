/// An entry with an effect, activity and a name, from JSON as a caller with only psql writes it.
package enum SoundEntry {
    /// The entry.
    package static let json = """
        {"event_id": "0e984725-c51c-4bf4-9960-e1c80e27aba0", "revision": 1, "kind": "recorded", "title": "Talks",
         "occurred": "2020-02-29", "begin_earliest": "2020-02-29", "begin_latest": "2020-02-29",
         "end_earliest": "2020-03-01", "end_latest": "2020-03-01", "actors": ["china"], "recipients": ["taliban"],
         "contexts": [], "modality": "asserted", "sources": [], "grade": "B2", "tags": [],
         "streams": ["china", "china/taliban"], "appended_by": "ada", "origin": "psql",
         "salt": "\\\\x\(String(repeating: "00", count: 48))",
         "digest": "\\\\x\(String(repeating: "00", count: 32))",
         "derived": {
             "effects": [{"stream": "china/taliban", "facet": "dialogue", "key": "", "from_actor": "",
                          "to_actor": "", "claimant": "", "value": "direct", "level": 2, "rank": 0, "shape": 1,
                          "begin_earliest": "2020-02-29", "begin_latest": "2020-02-29",
                          "end_earliest": "2021-02-28", "end_latest": "2021-02-28",
                          "begin_edtf": "2020-02-29", "modality": "asserted", "grade": "B2"}],
             "activity": [{"stream": "china/taliban", "from_actor": "china", "to_actor": "taliban",
                           "month": "2020-02-01", "quad_class": 1, "events": 1, "score_tenths": 40}],
             "actor": {"slug": "china", "names": [{"folded": "china", "scheme": "slug", "written": "china"}]}}}
        """
}
