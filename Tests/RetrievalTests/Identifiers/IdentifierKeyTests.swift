import Retrieval
import Testing

@Suite struct IdentifierTableTests {
  private let table = IdentifierTable([("FJ-6BCFF", 4), ("fj-6bcff ", 1), ("B07 X", 2), ("  ", 3), ("É1", 5)])

  @Test func matchesWholeNamesInAnyCase() {
    #expect(table.ordinals(named: "fj-6bcff") == [1, 4])
    #expect(table.ordinals(named: "\tFj-6bcFF\n") == [1, 4])
    #expect(table.ordinals(named: "b07 x") == [2])
    #expect(table.ordinals(named: "é1") == [5])
  }

  @Test func refusesPartsAndBlanks() {
    for text in ["fj-6bcf", "fj 6bcff", "b07x", "", "  ", "red fj-6bcff"] {
      #expect(table.ordinals(named: text).isEmpty, "\(text)")
    }
  }
}
