import Relevance
import Testing

@Suite struct ResolutionTests {
  @Test(
    arguments: [
      ([], [nil, nil, nil, nil]), ([2], [2, 2, 2, 2]), ([3, 0], [0, 0, 0, 3]), ([0, 3], [3, 0, 0, 3]),
      ([3, 1, 0], [0, 1, 0, 3]), ([1, 3, 3], [3, 3, 3, 3]), ([3, 1, 1, 3], [3, 1, 1, 3]),
      ([2, 0, 2, 1, 2], [2, 2, 2, 2]), ([-1, 2], [2, -1, -1, 2]),
    ] as [([Int], [Int?])])
  func doubtGoesToTheLowerGrade(grades: [Int], expected: [Int?]) {
    #expect(Resolution.allCases == [.latest, .median, .majority, .max])
    #expect(Resolution.allCases.map { $0.grade(of: grades) } == expected)
  }
}
