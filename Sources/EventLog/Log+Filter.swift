package import Annals
import Postgres

// Looking for what a stream or a few have, from a position on, goes through the log a window of positions at a time.
// A window grows while it holds less than a page and shrinks to one that does, so that neither a stream with all of
// the log nor one with next to nothing of it costs more than what is found there.
extension Log {
    /// Hands out the entries asked for in recorded order, from after one position up to another, page by page.
    ///
    /// No page is empty. Each is read when the one before it has been taken, and `body` may ask the log itself.
    package func forEachPage(
        of filter: EntryFilter,
        after: Position,
        upTo last: Position,
        most: Int = 1000,
        _ body: ([LoggedEntry]) throws -> Void
    ) throws {
        let streams = try streams(of: filter.subject)
        var after = after
        var span = Self.firstSpan
        while after < last {
            let end = min(last, after.advanced(by: span))
            let window = Window(after: after, end: end, streams: streams, filter: filter)
            let page = try entries(
                "\(raw: Self.selection) where \(window) order by l.position limit \(Int64(most))"
            )
            if !page.isEmpty { try body(page) }
            if page.count == most, let reached = page.last?.position {
                span = reached.rawValue - after.rawValue
                after = reached
            } else {
                after = end
                if page.count * 2 < most { span = min(span * 2, Self.longestSpan) }
            }
        }
    }

    /// The position after which only so many of the entries asked for come.
    package func position(beforeLast count: Int, of filter: EntryFilter, upTo last: Position) throws
        -> Position
    {
        let streams = try streams(of: filter.subject)
        var end = last
        var left = count
        var span = Self.firstSpan
        while end.rawValue > 0 {
            let start = Position(rawValue: max(0, end.rawValue - span))
            let window = Window(after: start, end: end, streams: streams, filter: filter)
            let found = try connection.query(
                """
                select l.position from annals.log l join annals.entry e on (e.event_id, e.revision) = (l.event_id, l.revision)
                 where \(window) order by l.position desc limit \(Int64(left))
                """
            ) { row throws(PostgresError) in try row["position", as: Position.self] }
            if found.count == left, let first = found.last { return first.advanced(by: -1) }
            left -= found.count
            end = start
            span = min(span * 2, Self.longestSpan)
        }
        return Position(rawValue: 0)
    }

    private static let firstSpan: Int64 = 4096
    private static let longestSpan: Int64 = 1 << 32

    /// The streams a subject means as far as they have entries; nil for all there are.
    private func streams(of subject: EntryFilter.Subject) throws -> [String]? {
        switch subject {
        case .anything: nil
        case .stream(let stream): [stream.name]
        case .everything(let actor):
            try connection.query(
                "select id from annals.stream where \(actor.slug) = any (string_to_array(id, '/'))"
            ) { row throws(PostgresError) in try row["id"] }
        }
    }
}

/// A piece of the log, and what is asked for in it.
private struct Window {
    let after: Position
    let end: Position
    let streams: [String]?
    let filter: EntryFilter

    /// Finding where one stream is at a position costs about as much as reading so many entries.
    static let entriesAStream: Int64 = 30

    /// Whether it takes less to read all of it than to look into each stream.
    var isReadWhole: Bool {
        Int64(streams?.count ?? 0) * Self.entriesAStream > end.rawValue - after.rawValue
    }
}

extension Query.StringInterpolation {
    /// The condition that an entry `e` with its place `l` is in a window and asked for.
    fileprivate mutating func appendInterpolation(_ window: Window) {
        appendLiteral("l.position > ")
        appendInterpolation(window.after)
        appendLiteral(" and l.position <= ")
        appendInterpolation(window.end)
        if let author = window.filter.author {
            appendLiteral(" and e.appended_by = ")
            appendInterpolation(author)
        }
        if !window.filter.kinds.isEmpty {
            appendLiteral(" and e.kind = any (")
            appendInterpolation(window.filter.kinds.map(\.rawValue))
            appendLiteral(")")
        }
        guard let streams = window.streams else { return }
        if window.isReadWhole {
            appendLiteral(" and exists (select from unnest(e.streams) as touched where touched = any (")
            appendInterpolation(streams)
            appendLiteral("))")
        } else {
            // Without the offsets each version would be looked for again with every entry.
            appendLiteral(" and l.position in (select k.position from unnest(")
            appendInterpolation(streams)
            appendLiteral(") as t (id) cross join lateral (select annals.version_at(t.id, ")
            appendInterpolation(window.after)
            appendLiteral(") as low, annals.version_at(t.id, ")
            appendInterpolation(window.end)
            appendLiteral(
                """
                ) as high offset 0) as v
                 cross join lateral (select s.event_id, s.revision from annals.stream_entry s
                                      where s.stream = t.id and s.version > v.low and s.version <= v.high offset 0) as s
                 cross join lateral (select l.position from annals.log l
                                      where (l.event_id, l.revision) = (s.event_id, s.revision) offset 0) as k)
                """
            )
        }
    }
}
