import Annals

/// What PLOVER makes of ACLED's kinds of events.
///
/// Only what is the same in both: strategic developments are mostly of another sort than PLOVER's types.
struct ACLEDCoding: Sendable {
    /// The PLOVER type.
    let type: EventType
    /// The PLOVER mode.
    let mode: String?

    /// The coding of a kind of events; nil for those that have none.
    init?(type: String, subtype: String?) {
        let coding: (EventType, String?)
        switch (type, subtype) {
        case (_, "Chemical weapon"): coding = (.assault, "unconventional")
        case (_, "Air/drone strike"): coding = (.assault, "aerial")
        case (_, "Suicide bomb"): coding = (.assault, "suicide-attack")
        case (_, "Shelling/artillery/missile attack"): coding = (.assault, "heavy-weapons")
        case (_, "Remote explosive/landmine/IED"), (_, "Grenade"): coding = (.assault, "explosives")
        case (_, "Sexual violence"): coding = (.assault, "sexual")
        case (_, "Abduction/forced disappearance"): coding = (.assault, "abduct")
        case (_, "Agreement"): coding = (.agree, nil)
        case (_, "Arrests"): coding = (.coerce, "arrest")
        case ("Battles", _), ("Explosions/Remote violence", _), ("Violence against civilians", _):
            coding = (.assault, nil)
        case ("Protests", _): coding = (.protest, "demo")
        case ("Riots", _): coding = (.protest, "riot")
        default: return nil
        }
        (self.type, mode) = coding
    }
}
