internal import CLibpq

/// One reply of the server, freed when no row refers to it any more.
@safe
final class Reply {
    /// What kind of reply it is.
    enum Status {
        /// A row of a result that is answered row by row.
        case row
        /// A whole result, or the end of one answered row by row, or a command without rows.
        case complete
        case copyIn
        case copyOut
        case failure
    }

    private let result: OpaquePointer

    init(_ result: OpaquePointer) {
        unsafe self.result = result
    }

    deinit {
        unsafe PQclear(result)
    }

    /// The corresponding C function is `PQresultStatus`.
    var status: Status {
        switch unsafe PQresultStatus(result) {
        case PGRES_SINGLE_TUPLE: .row
        case PGRES_TUPLES_OK, PGRES_COMMAND_OK, PGRES_EMPTY_QUERY: .complete
        case PGRES_COPY_IN: .copyIn
        case PGRES_COPY_OUT: .copyOut
        default: .failure
        }
    }

    /// The corresponding C function is `PQntuples`.
    var rowCount: Int {
        Int(unsafe PQntuples(result))
    }

    /// The names and types of the columns.
    ///
    /// The corresponding C functions are `PQnfields`, `PQfname`, `PQftype`.
    var columns: [Column] {
        unsafe (0..<PQnfields(result)).map { index in
            Column(
                name: unsafe PQfname(result, index).map { unsafe String(cString: $0) } ?? "",
                type: PostgresType(rawValue: unsafe PQftype(result, index))
            )
        }
    }

    /// The rows a command touched, 0 for one that touches none.
    ///
    /// The corresponding C function is `PQcmdTuples`.
    var affectedRows: Int {
        Int(unsafe String(cString: PQcmdTuples(result))) ?? 0
    }

    /// What the server says it did, such as `COMMIT`.
    ///
    /// The corresponding C function is `PQcmdStatus`.
    var commandTag: String {
        unsafe String(cString: PQcmdStatus(result))
    }

    /// The whole message of a failure.
    ///
    /// The corresponding C function is `PQresultErrorMessage`.
    var errorMessage: String {
        unsafe String(cString: PQresultErrorMessage(result))
    }

    /// What the server said of a failure, or nil for a failure on this side of the wire.
    ///
    /// The corresponding C function is `PQresultErrorField`.
    var serverMessage: ServerMessage? {
        guard unsafe diagnostic(.state, of: result) != nil else { return nil }
        return ServerMessage { code in unsafe diagnostic(code, of: result) }
    }

    /// The bytes of a value, there as long as the reply is held, or nil for NULL; row and column must exist.
    ///
    /// The corresponding C functions are `PQgetisnull`, `PQgetvalue`, `PQgetlength`.
    @unsafe
    func value(row: Int, column: Int) -> UnsafeRawBufferPointer? {
        let (row, column) = (Int32(row), Int32(column))
        guard unsafe PQgetisnull(result, row, column) == 0 else { return nil }
        return unsafe UnsafeRawBufferPointer(
            start: PQgetvalue(result, row, column),
            count: Int(PQgetlength(result, row, column))
        )
    }
}

/// One field of an error or notice.
///
/// The corresponding C function is `PQresultErrorField`.
func diagnostic(_ code: ServerMessage.Field, of result: OpaquePointer) -> String? {
    unsafe PQresultErrorField(result, code.rawValue).map { unsafe String(cString: $0) }
}
