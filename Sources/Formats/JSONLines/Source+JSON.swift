import Annals

extension Source {
    private enum Key: String, CaseIterable {
        case title, publisher, url, published, locator
    }

    /// Reads the object that comes next; a title left out is empty, which the checks of the draft refuse.
    static func read(from reader: inout FieldReader) throws(Problem) -> Source {
        var source = Source(title: "", publisher: nil, url: nil, published: nil, locator: nil)
        var keys = FieldReader.Keys<Key>()
        try reader.openObject()
        while let key = try reader.nextKey(&keys) {
            switch key {
            case .title: source.title = try reader.text() ?? ""
            case .publisher: source.publisher = try reader.text()
            case .url: source.url = try reader.text()
            case .published: source.published = try reader.text()
            case .locator: source.locator = try reader.text()
            }
        }
        reader.report(unknown: keys, of: "a source", known: Key.allCases)
        return source
    }

    /// Writes the source as an object.
    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member(Key.title.rawValue, title)
            writer.member(Key.publisher.rawValue, publisher)
            writer.member(Key.url.rawValue, url)
            writer.member(Key.published.rawValue, published)
            writer.member(Key.locator.rawValue, locator)
        }
    }
}
