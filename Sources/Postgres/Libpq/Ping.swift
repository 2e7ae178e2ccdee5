internal import CLibpq

/// What a server answers to somebody who only asks whether it is there.
package enum ServerState: Sendable {
    /// It takes sessions, or would if this one had the rights.
    case accepting
    /// It is there, and takes none for now: it starts, or stops.
    case rejecting
    /// Nobody answers.
    case silent
}

extension ServerState {
    /// Asks, without a session.
    ///
    /// Of a session that failed libpq tells no more than a sentence in the server's language; this tells what to make
    /// of it. The corresponding C function is `PQpingParams`, with `expand_dbname`.
    package init(of parameters: ConnectionParameters) {
        let options = parameters.options
        let answer = unsafe withCStrings(options.map(\.keyword)) { keywords in
            unsafe withCStrings(options.map(\.value)) { values in
                unsafe PQpingParams(keywords, values, 1)
            }
        }
        switch answer {
        case PQPING_OK: self = .accepting
        case PQPING_REJECT: self = .rejecting
        default: self = .silent
        }
    }
}
