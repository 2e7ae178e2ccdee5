internal import CLibpq

/// What libpq reads in a connection string, or the message of what is wrong with it.
///
/// The corresponding C functions are `PQconninfoParse`, `PQconninfoFree`.
func parseConnectionString(_ string: String) -> (options: [String: String], problem: String?) {
    var message: UnsafeMutablePointer<CChar>?
    guard let first = unsafe PQconninfoParse(string, &message) else {
        defer { unsafe PQfreemem(message) }
        return ([:], unsafe message.map { unsafe String(cString: $0) } ?? "out of memory")
    }
    defer { unsafe PQconninfoFree(first) }
    var options: [String: String] = [:]
    var option = unsafe first
    while let keyword = unsafe option.pointee.keyword {
        if let value = unsafe option.pointee.val {
            unsafe options[String(cString: keyword)] = unsafe String(cString: value)
        }
        unsafe option += 1
    }
    return (options, nil)
}
