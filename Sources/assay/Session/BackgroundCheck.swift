internal import Dispatch
internal import Storage
internal import Synchronization

/// Compares an opened index with its checksums on a thread of low priority, so that nobody waits for it.
///
/// What is scanned comes first and in the order in which it is scanned, so that the check also brings a cold index into
/// memory. Full-length float32 vectors are included while they are small; those of a large catalogue are left to
/// `assay doctor` and to the next build, which takes none over unchecked. A check that takes long goes on only while
/// nobody is at work. Ends when the last reference goes.
final class BackgroundCheck: Sendable {
  /// Sections of more than this many bytes, all together, are not waited for.
  private static let quickBytes = 64 << 20
  /// Full-length vectors of more than this many bytes are left out.
  private static let vectorBytes = 256 << 20

  private let findings = Findings()
  private let isQuick: Bool

  /// Starts to check an index; what takes long gives way to `attention`, where there is any.
  init(_ archive: IndexArchive, givingWayTo attention: Attention? = nil) {
    let resident = IndexSection.Kind.allCases.filter(\.isResident)
    let others = IndexSection.Kind.allCases.filter { !$0.isResident }
    let isSmall = IndexCheck(archive, others).bytes <= Self.vectorBytes
    let check = IndexCheck(archive, resident + (isSmall ? others : []))
    isQuick = check.bytes <= Self.quickBytes
    let findings = findings
    let patience = isQuick ? nil : attention
    BackgroundThread.start("index check") {
      @Sendable func isUnwanted() -> Bool { findings.isUnwanted.load(ordering: .relaxed) }
      for section in check.sections {
        let damages = section.run(shouldStop: {
          patience?.waitForCalm(unless: isUnwanted)
          return isUnwanted()
        })
        findings.add(damages)
      }
      findings.isComplete.signal()
    }
  }

  deinit { findings.isUnwanted.store(true, ordering: .relaxed) }

  /// What was found so far.
  var damages: [IndexDamage] { findings.damages }

  /// Calls `listener`, from any thread, with everything that was found and that will be found.
  func onDamage(_ listener: @escaping @Sendable (IndexDamage) -> Void) {
    findings.tell(listener)
  }

  /// Returns when everything was checked.
  func waitUntilComplete() {
    findings.isComplete.wait()
    findings.isComplete.signal()
  }

  /// Throws the first damage that was found; called before an answer is given out.
  ///
  /// Waits for the check of a small index, a matter of milliseconds; of a large one only what was found meanwhile
  /// counts.
  func refuseDamage() throws(IndexDamage) {
    if isQuick { waitUntilComplete() }
    if let first = damages.first { throw first }
  }
}

/// What the checking thread and everybody else share.
private final class Findings: Sendable {
  private struct State {
    var damages: [IndexDamage] = []
    var listeners: [@Sendable (IndexDamage) -> Void] = []
  }

  /// Whether nobody is left who would want to know.
  let isUnwanted = Atomic(false)
  /// Signalled when all sections were checked.
  let isComplete = DispatchSemaphore(value: 0)
  private let state = Mutex(State())

  var damages: [IndexDamage] { state.withLock(\.damages) }

  func tell(_ listener: @escaping @Sendable (IndexDamage) -> Void) {
    let known = state.withLock { state in
      state.listeners.append(listener)
      return state.damages
    }
    known.forEach(listener)
  }

  func add(_ damages: [IndexDamage]) {
    if damages.isEmpty { return }
    let listeners = state.withLock { state in
      state.damages += damages
      return state.listeners
    }
    for damage in damages { listeners.forEach { $0(damage) } }
  }
}
