internal import CLibpq
internal import Glibc

// The raw calls are in this folder, and nothing outside it touches libpq: pointers, C strings and status codes
// end here, and what must be freed once is freed by the type that holds it.

/// A session with the server, closed when it is let go.
@safe
struct Session: ~Copyable {
    private let connection: OpaquePointer

    /// Connects with options in libpq's own words; where an option is given twice, the later one counts.
    ///
    /// The result may be a session that is not open: ask `isOpen`, and `errorMessage` for the reason. Nil
    /// when memory ran out, or when somebody interrupted while the server did not answer.
    init?(options: [(keyword: String, value: String)]) {
        guard let opened = unsafe Opening(options).result() else { return nil }
        unsafe connection = opened
    }

    deinit {
        unsafe PQfinish(connection)
    }

    /// Whether the session is usable, as far as is known.
    ///
    /// The corresponding C function is `PQstatus`.
    var isOpen: Bool {
        unsafe PQstatus(connection) == CONNECTION_OK
    }

    /// Whether the session is usable after a failure that was not the server's.
    ///
    /// A server that crashed may have said a last word, with which libpq is content and does not look further:
    /// the end comes after it. The corresponding C function is `PQconsumeInput`.
    borrowing func isStillOpen() -> Bool {
        unsafe PQconsumeInput(connection) == 1 && isOpen
    }

    /// The latest failure of the session itself.
    ///
    /// The corresponding C function is `PQerrorMessage`.
    var errorMessage: String {
        unsafe String(cString: PQerrorMessage(connection))
    }

    /// The process that serves the session, as the server told when it began; 0 when it did not.
    ///
    /// The corresponding C function is `PQbackendPID`.
    var process: Int32 {
        unsafe PQbackendPID(connection)
    }

    /// The server's version: 150018 for 15.18.
    ///
    /// The corresponding C function is `PQserverVersion`.
    var serverVersion: Int32 {
        unsafe PQserverVersion(connection)
    }

    /// What the server reports of one of its parameters, nil for those it does not report.
    ///
    /// The corresponding C function is `PQparameterStatus`.
    func parameter(_ name: String) -> String? {
        unsafe PQparameterStatus(connection, name).map { unsafe String(cString: $0) }
    }

    /// Whether a transaction block is open and waits for a statement, be it failed or not.
    ///
    /// The corresponding C function is `PQtransactionStatus`.
    var isInTransaction: Bool {
        let status = unsafe PQtransactionStatus(connection)
        return status == PQTRANS_INTRANS || status == PQTRANS_INERROR
    }

    /// Hands every notice to the sink, which must outlive the session.
    ///
    /// The corresponding C function is `PQsetNoticeReceiver`.
    borrowing func deliverNotices(to sink: NoticeSink) {
        let context = unsafe Unmanaged.passUnretained(sink).toOpaque()
        let receiver: PQnoticeReceiver = { context, notice in
            guard let context = unsafe context, let notice = unsafe notice else { return }
            let sink = unsafe Unmanaged<NoticeSink>.fromOpaque(context).takeUnretainedValue()
            // libpq clears the notice itself, so its fields are read and no `Reply` is made of it.
            sink.receive(ServerMessage { code in unsafe diagnostic(code, of: notice) })
        }
        unsafe PQsetNoticeReceiver(connection, receiver, context)
    }

    /// Sends one statement with its parameters, asking for binary results; false when it could not be sent.
    ///
    /// The corresponding C function is `PQsendQueryParams`.
    borrowing func send(_ query: Query) -> Bool {
        // Even an empty value needs an address, because a null pointer means NULL.
        let bytes = query.bytes.isEmpty ? [0] : query.bytes
        let types = query.parameters.map(\.type.rawValue)
        let lengths = query.parameters.map { Int32($0.range?.count ?? 0) }
        let formats = [Int32](repeating: 1, count: types.count)
        let status = unsafe bytes.withUnsafeBytes { bytes in
            let start = unsafe bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
            let values = unsafe query.parameters.map { parameter in
                unsafe parameter.range.flatMap { range in unsafe start.map { unsafe $0 + range.lowerBound } }
            }
            return unsafe PQsendQueryParams(
                connection,
                query.sql,
                Int32(types.count),
                types,
                values,
                lengths,
                formats,
                1
            )
        }
        return status == 1
    }

    /// Sends a script of several statements; false when it could not be sent.
    ///
    /// The corresponding C function is `PQsendQuery`.
    borrowing func send(script: String) -> Bool {
        unsafe PQsendQuery(connection, script) == 1
    }

    /// Makes the statement just sent answer row by row.
    ///
    /// The corresponding C function is `PQsetSingleRowMode`.
    borrowing func answerRowByRow() {
        _ = unsafe PQsetSingleRowMode(connection)
    }

    /// The next reply to the statement, or nil when it is finished.
    ///
    /// The corresponding C function is `PQgetResult`.
    borrowing func nextReply() -> Reply? {
        guard let result = unsafe PQgetResult(connection) else { return nil }
        return unsafe Reply(result)
    }

    /// Whether the next reply is yet to come, as far as what has arrived tells.
    ///
    /// The corresponding C function is `PQisBusy`.
    var isBusy: Bool { unsafe PQisBusy(connection) == 1 }

    /// Refuses the rows the server is ready to take.
    ///
    /// The corresponding C function is `PQputCopyEnd`.
    borrowing func refuseCopyIn() {
        _ = unsafe PQputCopyEnd(connection, "refused by the client")
    }

    /// Reads past the rows the server is copying out.
    ///
    /// The corresponding C function is `PQgetCopyData`.
    borrowing func skipCopyOut() {
        var row: UnsafeMutablePointer<CChar>?
        while unsafe PQgetCopyData(connection, &row, 0) > 0 {
            unsafe PQfreemem(row)
        }
    }

    /// Waits until something has arrived that was not read yet, for so many milliseconds at most, or until a
    /// signal comes.
    ///
    /// The corresponding C function is `PQsocket`.
    borrowing func waitForInput(atMost milliseconds: Int32) {
        var socket = pollfd(fd: unsafe PQsocket(connection), events: Int16(POLLIN), revents: 0)
        _ = unsafe poll(&socket, 1, milliseconds)
    }

    /// The next notification among what has arrived, or nil when there is none left.
    ///
    /// The corresponding C functions are `PQnotifies`, `PQfreemem`.
    borrowing func nextNotification() -> Notification? {
        guard let notification = unsafe PQnotifies(connection) else { return nil }
        defer { unsafe PQfreemem(notification) }
        return unsafe Notification(
            channel: String(cString: notification.pointee.relname),
            payload: String(cString: notification.pointee.extra),
            backend: notification.pointee.be_pid
        )
    }

    /// A text as the name of something in a statement, in quotes; nil where it is none.
    ///
    /// The corresponding C functions are `PQescapeIdentifier`, `PQfreemem`.
    borrowing func identifier(_ text: String) -> String? {
        guard let quoted = unsafe PQescapeIdentifier(connection, text, text.utf8.count) else { return nil }
        defer { unsafe PQfreemem(quoted) }
        return unsafe String(cString: quoted)
    }

    /// What is needed to cancel a statement of this session.
    ///
    /// The corresponding C function is `PQgetCancel`.
    borrowing func cancellation() -> Cancellation? {
        guard let cancel = unsafe PQgetCancel(connection) else { return nil }
        return unsafe Cancellation(cancel)
    }
}

/// Calls with a null-terminated array of C strings.
///
/// None of the strings may contain NUL.
func withCStrings<Result>(
    _ strings: [String],
    _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Result
) -> Result {
    var characters: [CChar] = []
    var offsets: [Int] = []
    for string in strings {
        offsets.append(characters.count)
        characters += string.utf8CString
    }
    return unsafe characters.withUnsafeBufferPointer { characters in
        var pointers = unsafe offsets.map { offset in unsafe characters.baseAddress.map { unsafe $0 + offset }
        }
        unsafe pointers.append(nil)
        return unsafe pointers.withUnsafeBufferPointer { unsafe body($0.baseAddress) }
    }
}
