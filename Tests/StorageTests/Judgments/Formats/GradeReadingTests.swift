import Relevance
import Testing

@testable import Storage

@Suite struct GradeReadingTests {
  @Test(arguments: [("3", 3), (" 3 ", 3), ("0.000", 0), ("2.0", 2), ("Exact", 3), ("PARTLY", 1)])
  func numbersAndNames(rating: String, grade: Int) throws {
    #expect(try GradeReading(scale: .zeroToThree).grade(of: rating) == grade)
  }

  @Test(arguments: [("E", 3), ("s", 2), ("C", 1), ("I", 0), ("Substitute", 2), ("1", 1)])
  func lettersOfTheScale(rating: String, grade: Int) throws {
    #expect(try GradeReading(scale: .esci).grade(of: rating) == grade)
  }

  @Test(arguments: ["4", "-1", "2.5", "E", "", "inf", "nan", "1e30", "good one"])
  func whatIsNoGradeIsRefused(rating: String) {
    #expect(throws: GradeReading.Fault.self) { try GradeReading(scale: .zeroToThree).grade(of: rating) }
  }

  /// The sample of the tool that rates 100, 10, 1 and 0.
  @Test func aTranslationComesFirst() throws {
    let reading = GradeReading(
      scale: .zeroToThree, translation: ["100": 3, "10": 2, "1": 1, "0": 0, "2.5": 2, "top": 3])
    #expect(try ["100.000", "10", "1", "0", "2.50", "top"].map(reading.grade) == [3, 2, 1, 0, 2, 3])
    #expect(throws: GradeReading.Fault.self) {
      try GradeReading(scale: .binary, translation: ["x": 2]).grade(of: "x")
    }
  }
}
