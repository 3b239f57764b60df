internal import CTerminal

/// The turnaround of a byte through a pseudo-terminal with `cat` at its other end: what no program can go below on
/// this machine, measured the same way and at the same time.
enum EchoFloor {
  /// Milliseconds from writing a byte to reading it back.
  static func measure(count: Int, environment: [String: String], window: assay_window_size) throws -> [Double]
  {
    let cat = try DrivenProgram(
      ["/bin/sh", "-c", "stty raw -echo && echo ready && exec cat"], environment: environment, window: window,
      answers: nil)
    defer { cat.kill() }
    guard !cat.takeWhenQuiet(for: .milliseconds(300), limit: .seconds(5)).isEmpty else {
      throw CommandFailure.data("cat does not start in a pseudo-terminal")
    }
    return (0..<count).compactMap { _ in
      let start = cat.write([0x61])
      return cat.takeWhenQuiet(for: .milliseconds(8), limit: .seconds(1)).last.map {
        ($0.time - start).milliseconds
      }
    }
  }
}
