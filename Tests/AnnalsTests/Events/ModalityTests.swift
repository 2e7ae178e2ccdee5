import Annals
import Testing

@Suite struct `A modality` {
    @Test(arguments: Modality.allCases)
    func `may set something when it speaks of what is or was`(_ modality: Modality) {
        let may: Set<Modality> = [.asserted, .reported, .alleged, .denied]
        #expect(modality.mayHaveEffects == may.contains(modality))
    }
}
