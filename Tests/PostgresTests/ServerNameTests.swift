import Postgres
import Testing

/// Where a connection string says the server is, for people to be told.
@Suite struct `the server of a connection string` {
    @Test(
        arguments: [
            ("host=db1 port=5433 user=x password='host=geheim' dbname=y", "host=db1 port=5433"),
            ("user=x host=db1,db2 passfile=/x", "host=db1,db2"),
            ("postgres://x:geheim@db1:5433/y?application_name=geheim", "host=db1 port=5433"),
            ("hostaddr=10.0.0.1 password=geheim", "host=10.0.0.1"),
            ("host=/run/postgresql dbname=y", "host=/run/postgresql"),
            ("user=x password=geheim", nil), ("", nil), ("y", nil), ("host='", nil),
            ("postgres://x:ge@heim@db1/y", nil),
        ] as [(String, String?)]
    )
    func `is where it is, and nothing else that it says`(connectionString: String, server: String?) {
        #expect(ConnectionParameters(connectionString, applicationName: "").server == server)
    }
}
