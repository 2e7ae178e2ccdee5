/// Why a replay did not put new projections in place.
package enum ReplayError: Error, Hashable, Sendable {
    /// Another replay is at it.
    case underWay
    /// A pooler stands before the server, and would hand the session's locks to others.
    case pooled
    /// The role that asks is not a member of the one that owns the projections.
    case notOwner(role: String)
    /// Views or functions of somebody's are bound to the live tables, and would go on reading them once retired.
    case dependents([String])
}
