package import Annals
package import Postgres

/// When somebody last verified a database, and what was found.
package struct LastVerification: Sendable {
    package let verifiedAt: Timestamp
    package let verifiedBy: String
    /// Where the log ended then.
    package let position: Position
    /// False when only the last entries were looked at, or a part was left out.
    package let isWhole: Bool
    package let problems: Int64
}

extension Log {
    /// The last verification that was noted, and before it the last of each role whose last found something.
    package func lastVerifications() throws -> [LastVerification] {
        try connection.query(
            """
            select verified_at, verified_by, position, is_whole, problems
              from annals.verification
             where problems > 0 or verified_at = (select max(verified_at) from annals.verification)
             order by verified_at desc limit 20
            """
        ) { row throws(PostgresError) in
            LastVerification(
                verifiedAt: try row["verified_at"],
                verifiedBy: try row["verified_by"],
                position: try row["position"],
                isWhole: try row["is_whole"],
                problems: try row["problems"]
            )
        }
    }

    /// Notes a verification, where this session may write: who only reads verifies without leaving a trace.
    package func note(verifiedUpTo position: Position, isWhole: Bool, problems: Int64) throws {
        let may = try connection.first(
            """
            select has_function_privilege('annals.note_verification(bigint, boolean, bigint)', 'execute')
                   and current_setting('transaction_read_only') = 'off' as may
            """
        ) { row throws(PostgresError) in try row["may", as: Bool.self] }
        guard may == true else { return }
        try connection.execute("select annals.note_verification(\(position), \(isWhole), \(problems))")
    }
}
