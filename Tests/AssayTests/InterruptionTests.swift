import Glibc
import Testing

@testable import assay

@Suite struct InterruptionTests {
  /// SIGUSR2 does nothing else in this process.
  @Test func asksWorkToStopAndGivesTheSignalBack() throws {
    var (before, during, after) = (sigaction(), sigaction(), sigaction())
    sigaction(SIGUSR2, nil, &before)
    let interruption = Interruption(signals: [SIGUSR2])
    sigaction(SIGUSR2, nil, &during)
    #expect(!interruption.wasRequested)
    kill(getpid(), SIGUSR2)
    while !interruption.wasRequested { usleep(1000) }
    interruption.end()
    interruption.end()
    sigaction(SIGUSR2, nil, &after)
    #expect(address(of: before) == address(of: after))
    #expect(address(of: before) != address(of: during))
  }

  @Test func leavesIgnoredSignalsAlone() {
    var (ignoring, before, during) = (sigaction(), sigaction(), sigaction())
    ignoring.__sigaction_handler.sa_handler = SIG_IGN
    sigaction(SIGUSR1, &ignoring, &before)
    defer { sigaction(SIGUSR1, &before, nil) }
    let interruption = Interruption(signals: [SIGUSR1])
    sigaction(SIGUSR1, nil, &during)
    #expect(address(of: during) == address(of: ignoring))
    interruption.end()
  }

  private func address(of action: sigaction) -> Int {
    unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
  }
}
