/// What a session said on a channel, with `notify` or `pg_notify`.
package struct Notification: Hashable, Sendable {
    /// The channel.
    package let channel: String
    /// What was said; empty for nothing.
    package let payload: String
    /// The server process of the session that said it.
    package let backend: Int32

    package init(channel: String, payload: String, backend: Int32) {
        self.channel = channel
        self.payload = payload
        self.backend = backend
    }
}
