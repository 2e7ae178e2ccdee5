/// CSV on the Web (W3C): what a file of comma-separated values says, beside it.
package enum CSVW {
    /// What the file that describes another is called.
    package static func name(beside file: String) -> String { file + "-metadata.json" }

    /// The description of a sheet of events.
    ///
    /// - Parameter file: the sheet's name, without its directory.
    package static func description(of file: String, _ record: SharedRecord) -> String {
        var writer = JSONWriter(appendingTo: [])
        writer.object { writer in
            writer.member("@context", "http://www.w3.org/ns/csvw")
            writer.member("url", reference(file))
            writer.member("dc:title", record.title)
            writer.member("dc:description", record.notes.joined(separator: " "))
            writer.member("dc:creator", "annals")
            writer.member("dialect") { $0.object { $0.member("lineTerminators", ["\n"]) } }
            writer.member("tableSchema") { writer in
                writer.object { writer in
                    writer.member("columns") { writer in
                        writer.list { writer in
                            for column in EventColumn.allCases { write(column, to: &writer) }
                        }
                    }
                    writer.member("primaryKey", EventColumn.id.rawValue)
                }
            }
        }
        return String(decoding: writer.bytes, as: UTF8.self) + "\n"
    }

    private static func write(_ column: EventColumn, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("name", column.rawValue)
            writer.member("titles", column.rawValue)
            writer.member("dc:description", column.meaning)
            writer.member("datatype", column == .url ? "anyURI" : "string")
            if column.isList { writer.member("separator", ";") }
            if [.on, .a, .title, .id].contains(column) {
                writer.member("required") { $0.boolean(true) }
            }
        }
    }

    /// The name of a file as a relative address.
    private static func reference(_ file: String) -> String {
        file.utf8.map { byte in
            let character = Character(UnicodeScalar(byte))
            let isPlain =
                byte < 0x80 && (character.isLetter || character.isNumber || "-._~".contains(character))
            return isPlain
                ? String(character)
                : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }.joined()
    }
}
