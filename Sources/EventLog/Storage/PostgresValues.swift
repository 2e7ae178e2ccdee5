package import Annals
package import Postgres

// How the domain's values travel to and from the database.

extension Day: PostgresValue, PostgresArrayElement {
    package static var postgresType: PostgresType { .date }
}

extension Position: PostgresValue, PostgresArrayElement {}
extension Version: PostgresValue {}

extension EventID: PostgresValue, PostgresArrayElement {
    package static var postgresType: PostgresType { .uuid }

    package init(reading bytes: RawSpan, as type: PostgresType) throws(ValueError) {
        let uuid = try UUIDBytes(reading: bytes, as: type)
        self.init(high: uuid.high, low: uuid.low)
    }

    package func write(to bytes: inout [UInt8]) {
        UUIDBytes(high: high, low: low).write(to: &bytes)
    }
}
