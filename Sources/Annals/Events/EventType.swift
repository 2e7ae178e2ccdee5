/// What sort of thing happened: the sixteen event types of PLOVER.
///
/// Source: PLOVER manual, draft version 2.0 (openeventdata/PLOVER). Where the manual contradicts itself,
/// annals takes SANCTION as quad class 4, as its own section says, and ACCUSE as scoring −3, as its modes do.
public enum EventType: String, CaseIterable, Sendable {
    case agree = "AGREE", consult = "CONSULT", support = "SUPPORT", concede = "CONCEDE"
    case cooperate = "COOPERATE", aid = "AID", retreat = "RETREAT"
    case request = "REQUEST", accuse = "ACCUSE", reject = "REJECT", threaten = "THREATEN"
    case protest = "PROTEST", sanction = "SANCTION", mobilize = "MOBILIZE", coerce = "COERCE", assault =
        "ASSAULT"

    /// The quad class.
    public var quadClass: QuadClass {
        switch self {
        case .agree, .consult, .support, .concede: .verbalCooperation
        case .cooperate, .aid, .retreat: .materialCooperation
        case .request, .accuse, .reject, .threaten: .verbalConflict
        case .protest, .sanction, .mobilize, .coerce, .assault: .materialConflict
        }
    }

    /// The conflict–cooperation score in tenths, −100 (conflict) to +100 (cooperation), without a mode.
    public var scoreInTenths: Int {
        switch self {
        case .agree: 25
        case .consult: 25
        case .support: 50
        case .concede: 45
        case .cooperate: 95
        case .aid: 100
        case .retreat: 65
        case .request: 0
        case .accuse: -30
        case .reject: -20
        case .threaten: -35
        case .protest: -50
        case .sanction: -60
        case .mobilize: -55
        case .coerce: -70
        case .assault: -90
        }
    }

    /// The modes this type can have, each with its score in tenths; none for five of the types.
    public var modes: [String: Int] {
        switch self {
        case .consult:
            [
                "visit": 40,
                "third-party": 10,
                "multilateral": 40,
                "phone": 15,
            ]
        case .retreat:
            [
                "withdraw": 80,
                "release": 65,
                "disarm": 100,
                "ceasefire": 75,
                "access": 65,
                "resign": 45,
            ]
        case .request:
            [
                "assist": 5,
                "change": -10,
                "yield": -10,
                "meet": 0,
            ]
        case .accuse:
            [
                "disapprove": -20,
                "investigate": -35,
                "allege": -35,
            ]
        case .reject:
            [
                "assist": -15,
                "change": -20,
                "yield": -20,
                "meet": -20,
            ]
        case .threaten:
            [
                "restrict": -30,
                "arrest": -35,
                "relations": -35,
                "expel": -35,
                "territory": -40,
                "violence": -35,
            ]
        case .protest:
            [
                "demo": -50,
                "riot": -70,
                "strike": -50,
                "hunger": -45,
                "boycott": -45,
                "obstruct": -45,
                "vandalize": -50,
            ]
        case .sanction:
            [
                "convict": -60,
                "expel": -55,
                "withdraw": -60,
                "discontinue": -60,
            ]
        case .mobilize:
            [
                "troops": -65,
                "weapons": -65,
                "police": -55,
                "militia": -60,
            ]
        case .coerce:
            [
                "seize": -70,
                "restrict": -70,
                "censor": -65,
                "curfew": -65,
                "martial-law": -75,
                "arrest": -70,
                "deport": -70,
                "withhold": -70,
                "misinformation": -65,
                "cyber": -70,
            ]
        case .assault:
            [
                "abduct": -85,
                "beat": -75,
                "torture": -85,
                "sexual": -85,
                "targeted": -95,
                "destroy": -85,
                "primitive": -80,
                "firearms": -90,
                "explosives": -90,
                "suicide-attack": -95,
                "aerial": -95,
                "drone": -95,
                "heavy-weapons": -95,
                "crowd-control": -75,
                "unconventional": -100,
            ]
        case .agree, .support, .concede, .cooperate, .aid: [:]
        }
    }

    /// The score of this type in a mode, in tenths; the type's own without one.
    public func scoreInTenths(mode: String?) -> Int {
        mode.flatMap { modes[$0] } ?? scoreInTenths
    }
}

/// Verbal or material, cooperation or conflict.
public enum QuadClass: Int, CaseIterable, Sendable {
    case verbalCooperation = 1, materialCooperation, verbalConflict, materialConflict
}
