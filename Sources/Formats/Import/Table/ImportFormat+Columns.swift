extension ImportFormat {
    /// The format whose columns these are; nil when they are of none.
    init?(of header: TableHeader, map: ColumnMap?) {
        if map == nil, let format = Self.machineCoded(header) {
            self = format
        } else if header.has("Year", "Headline") {
            self = .timelineJS
        } else if SheetColumns(header, map: map).hasRequired {
            self = .csv
        } else {
            return nil
        }
    }

    /// Whether programs write it, and read it, without quotes where tabs separate.
    var isMachineCoded: Bool {
        self != .csv && self != .timelineJS
    }

    private static func machineCoded(_ header: TableHeader) -> ImportFormat? {
        if header.has("Event ID", "CAMEO Code", "Source Name") { return .icews }
        if header.has("Event ID", "Event Type", "Actor Name", "Recipient Name") { return .polecat }
        if header.has("GLOBALEVENTID", "SQLDATE") { return .gdelt }
        if header.has("event_id_cnty") { return .acled }
        return COWReaders.know(header) ? .cow : nil
    }
}
