import Testing

@testable import OpenVINOBackend

@Suite struct PictureInputTests {
  /// Two columns and one row: red 1 2, green 3 4, blue 5 6.
  private let picture: [Float] = [1, 2, 3, 4, 5, 6]

  @Test func ordersChannelsAsTheModelWants() {
    let first = PictureInput(width: 2, height: 1, layout: .channelsFirst, values: .normalised)
    #expect(first.tensor(for: [picture]) == Tensor(values: .f32(picture), shape: [1, 3, 1, 2]))
    let last = PictureInput(width: 2, height: 1, layout: .channelsLast, values: .normalised)
    #expect(last.tensor(for: [picture]) == Tensor(values: .f32([1, 3, 5, 2, 4, 6]), shape: [1, 1, 2, 3]))
  }

  @Test func levelsAreRoundedAndHeldInTheirRange() {
    let input = PictureInput(width: 2, height: 1, layout: .channelsFirst, values: .levels)
    let tensor = input.tensor(for: [[-3, 0.4, 0.6, 254.7, 300, .nan]])
    #expect(tensor == Tensor(values: .u8([0, 0, 1, 255, 255, 0]), shape: [1, 3, 1, 2]))
  }
}
