import EventLog
import Postgres

extension Replay {
    /// Drops every version that does not answer: the retired ones, and what a stopped replay left half built.
    ///
    /// - Returns: the versions dropped, as they were.
    package func dropRetired() throws -> [ProjectionVersion] {
        try alone {
            let idle = try ProjectionVersion.all(in: log).filter { $0.status != .live }
            try log.connection.transaction {
                let connection = log.connection
                try connection.execute("set local role annals_owner")
                try connection.execute("set local lock_timeout = '5s'")
                try dropBuilding()
                for version in idle where version.status == .retired {
                    for table in Self.tableNames {
                        try connection.execute(
                            "drop table if exists annals_retired.\(raw: table)_\(raw: String(version.number))"
                        )
                    }
                }
                try connection.execute("delete from annals.projection where status = 'retired'")
            }
            return idle
        }
    }
}
