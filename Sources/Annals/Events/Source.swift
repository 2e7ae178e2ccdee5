/// Where a claim was read.
public struct Source: Hashable, Sendable {
    /// The work's title.
    public var title: String
    /// Who published it.
    public var publisher: String?
    /// Where it can be read.
    public var url: String?
    /// When it was published, as EDTF.
    public var published: String?
    /// Where in the work: a section, page or footnote.
    public var locator: String?

    /// A work, and where in it.
    public init(title: String, publisher: String?, url: String?, published: String?, locator: String?) {
        self.title = title
        self.publisher = publisher
        self.url = url
        self.published = published
        self.locator = locator
    }
}
