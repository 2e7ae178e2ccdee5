/// Text, and JSON as text.
///
/// A parameter is declared as `text`, never left for the server to guess: in the binary format a guessed type
/// would read the characters as its own bytes. Where another type is wanted, the statement says so
/// (`\(json)::jsonb`). A NUL character, which PostgreSQL cannot store, is refused by the server with
/// `SQLState.characterNotInRepertoire`.
extension String: PostgresValue {
    package static var postgresType: PostgresType { .text }

    package static func reads(_ type: PostgresType) -> Bool {
        switch type {
        case .text, .varchar, .bpchar, .name, .json, .jsonb: true
        default: false
        }
    }

    package init(reading bytes: RawSpan, as type: PostgresType) throws(ValueError) {
        var start = 0
        if type == .jsonb {
            let version = try bytes.integer(UInt8.self)
            guard version == 1 else {
                throw ValueError("is jsonb of version \(version), which is not known here")
            }
            start = 1
        }
        let text = unsafe bytes.withUnsafeBytes { bytes in
            unsafe String(validating: bytes.dropFirst(start), as: UTF8.self)
        }
        guard let text else { throw ValueError("is not UTF-8") }
        self = text
    }

    package func write(to bytes: inout [UInt8]) {
        bytes.append(contentsOf: utf8)
    }
}
