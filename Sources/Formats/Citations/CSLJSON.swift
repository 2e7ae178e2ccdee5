/// CSL-JSON (citationstyles.org, schema 1.0), as Zotero, Pandoc and citeproc read it.
public enum CSLJSON {
    /// The works among some sources, a line each, in the order of their keys.
    public static func write(_ sources: [CitedSource]) -> String {
        let lines = Bibliography(sources).items.map { item in
            var writer = JSONWriter(appendingTo: [])
            writer.object { write(item, to: &$0) }
            return String(decoding: writer.bytes, as: UTF8.self)
        }
        return lines.isEmpty ? "[]\n" : "[\n\(lines.map { "  " + $0 }.joined(separator: ",\n"))\n]\n"
    }

    private static func write(_ item: Bibliography.Item, to writer: inout JSONWriter) {
        let work = item.work
        writer.member("id", item.key)
        writer.member("type", work.url == nil ? "document" : "webpage")
        writer.member("title", work.title)
        writer.member("publisher", work.publisher)
        writer.member("URL", work.url)
        if let date = work.published {
            writer.member("issued") { $0.object { write(date, to: &$0) } }
        }
        writer.member("note", item.note)
    }

    private static func write(_ date: PublicationDate, to writer: inout JSONWriter) {
        guard let parts = date.parts else {
            // What the parts cannot say is printed as it was written.
            writer.member("literal", date.text)
            return
        }
        writer.member("date-parts") { writer in
            writer.list { writer in
                for part in parts { writer.list { for number in part { $0.number(number) } } }
            }
        }
        if let season = date.season { writer.member("season") { $0.number(season) } }
        if date.isCirca { writer.member("circa") { $0.boolean(true) } }
    }
}
