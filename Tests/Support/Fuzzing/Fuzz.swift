import Foundation
package import Testing

/// Tries a body with many seeds: a few every time the tests run, new ones for as long as somebody wants.
///
/// `ASSAY_FUZZ_SECONDS=600 swift test --filter FuzzTests` tries new cases for ten minutes in each loop, or only in those
/// that `ASSAY_FUZZ_LOOPS=quepid,srw` names. A case that traps takes the process with it; the file
/// `assay-fuzz-NAME.seed` in the temporary folder then holds its seed, and `ASSAY_FUZZ_SEED=SEED` repeats that case
/// alone.
package enum Fuzz {
  /// How long to try new cases; 0 when nobody asked for that.
  package static var patience: Double { Double(environment["ASSAY_FUZZ_SECONDS"] ?? "") ?? 0 }

  /// Calls `body` with the generator of every case; what it throws is recorded with the seed.
  ///
  /// - Parameters:
  ///   - name: Names the loop in what is printed and in the file of its seed.
  ///   - cases: How many fixed cases to try when no time is given.
  package static func run(
    _ name: String, cases: Int, sourceLocation: SourceLocation = #_sourceLocation,
    _ body: (inout SeededGenerator) throws -> Void
  ) {
    func attempt(_ seed: UInt64) {
      var generator = SeededGenerator(seed: seed)
      do { try body(&generator) } catch {
        Issue.record("\(name), seed \(seed): \(error)", sourceLocation: sourceLocation)
      }
    }
    guard isChosen(name) else { return }
    if let seed = UInt64(environment["ASSAY_FUZZ_SEED"] ?? "") { return attempt(seed) }
    guard patience > 0 else { return (0..<UInt64(cases)).forEach(attempt) }
    runForLong(name, attempt)
  }

  private static func isChosen(_ name: String) -> Bool {
    guard let names = environment["ASSAY_FUZZ_LOOPS"] else { return true }
    return names.split(separator: ",").contains { $0 == name }
  }

  private static func runForLong(_ name: String, _ attempt: (UInt64) -> Void) {
    let place = FileManager.default.temporaryDirectory.appendingPathComponent("assay-fuzz-\(name).seed")
    try? Data().write(to: place)
    let file = try? FileHandle(forWritingTo: place)
    let first = UInt64.random(in: 0...UInt64.max >> 1)
    let memory = peakMemory
    let start = ContinuousClock.now
    var slowest = (duration: Duration.zero, seed: first)
    var seed = first
    while ContinuousClock.now - start < .seconds(patience) {
      try? file?.seek(toOffset: 0)
      try? file?.write(contentsOf: Data("\(seed)\n".utf8))
      let begun = ContinuousClock.now
      attempt(seed)
      slowest = max(slowest, (ContinuousClock.now - begun, seed), by: { $0.duration < $1.duration })
      seed += 1
    }
    try? FileManager.default.removeItem(at: place)
    print(
      "\(name): \(seed - first) cases from seed \(first); the slowest, seed \(slowest.seed), took \(slowest.duration); "
        + "the process's peak memory grew by \((peakMemory - memory) >> 10) MiB")
  }

  private static func max<Value>(_ left: Value, _ right: Value, by isLess: (Value, Value) -> Bool) -> Value {
    isLess(left, right) ? right : left
  }

  /// The most memory that the process has had resident, in kibibytes.
  private static var peakMemory: Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    return status.firstMatch(of: /VmHWM:\s*(\d+) kB/).flatMap { Int($0.1) } ?? 0
  }

  private static var environment: [String: String] { ProcessInfo.processInfo.environment }
}
