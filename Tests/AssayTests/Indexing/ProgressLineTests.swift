import Testing

@testable import assay

@Suite struct ProgressLineTests {
  @Test func tellsHowFarHowFastAndHowLong() {
    #expect(
      ProgressLine.line("encoding", done: 512, total: 1024, seconds: 2)
        == "encoding  [############------------]  512/1024  256/s  2 s left")
    #expect(
      ProgressLine.line("encoding", done: 0, total: 10, seconds: 0)
        == "encoding  [------------------------]  0/10")
  }

  @Test func aDetailTakesItsRoomFromTheBar() {
    let line = ProgressLine.line(
      "encoding", done: 3382, total: 6764, seconds: 60, detail: "8912 tokens/s, 953 cut")
    #expect(line == "encoding  [#######--------]  3382/6764  56/s  8912 tokens/s, 953 cut  60 s left")
    #expect(line.count <= 79)
    let long = ProgressLine.line(
      "encoding", done: 1_000_000, total: 10_000_000, seconds: 4000,
      detail: "123456 tokens/s, 1000000 cut")
    #expect(!long.contains("["))
  }
}
