import Dispatch
import Synchronization

/// Reads sections of an index and compares every block with its checksum.
///
/// Blocks are read like any file rather than through a mapping, so that a disk that refuses is a finding and not a signal.
package struct IndexCheck: Sendable {
  private let kinds: [IndexSection.Kind]

  private struct Block: Sendable {
    let section: IndexSection
    let number: Int
    let checksum: UInt32
  }

  private let archive: IndexArchive
  private let blocks: [Block]
  /// How many bytes will be read.
  package let bytes: Int

  /// Prepares to check the sections of the given kinds that an index has, in this order.
  package init(_ archive: IndexArchive, _ kinds: [IndexSection.Kind] = IndexSection.Kind.allCases) {
    self.archive = archive
    self.kinds = kinds
    let sections = kinds.compactMap { archive.manifest.section($0) }
    blocks = sections.flatMap { section in
      archive.checksums(of: section.kind).enumerated().map {
        Block(section: section, number: $0, checksum: $1)
      }
    }
    bytes = sections.reduce(0) { $0 + $1.bytes }
  }

  /// The same check in parts, a section each, for whoever wants to hear of each as soon as it is done.
  package var sections: [IndexCheck] { kinds.map { IndexCheck(archive, [$0]) } }

  /// Checks block after block.
  ///
  /// - Parameters:
  ///   - threads: how many blocks are checked at once.
  ///   - progress: told the size of every block that was checked, from any thread.
  ///   - shouldStop: asked between blocks; the answer is then incomplete.
  /// - Returns: what is wrong, in the order of the sections, neighbouring blocks joined.
  package func run(
    threads: Int = 1, progress: @Sendable (Int) -> Void = { _ in },
    shouldStop: @Sendable () -> Bool = { false }
  ) -> [IndexDamage] {
    let next = Atomic(0)
    let found = Mutex<[(block: Int, damage: IndexDamage)]>([])
    @Sendable func work() {
      var files: [IndexSection.Kind: Result<OpenFile, StorageError>] = [:]
      while !shouldStop() {
        let index = next.add(1, ordering: .relaxed).oldValue
        guard index < blocks.count else { return }
        if let damage = damage(of: blocks[index], files: &files) {
          found.withLock { $0.append((index, damage)) }
        }
        progress(blocks[index].section.range(ofBlock: blocks[index].number).count)
      }
    }
    if threads > 1 {
      DispatchQueue.concurrentPerform(iterations: threads) { _ in work() }
    } else {
      work()
    }
    return joined(found.withLock { $0.sorted { $0.block < $1.block }.map(\.damage) })
  }

  private func damage(
    of block: Block, files: inout [IndexSection.Kind: Result<OpenFile, StorageError>]
  ) -> IndexDamage? {
    let kind = block.section.kind
    let range = block.section.range(ofBlock: block.number)
    let path = archive.path(of: kind)
    let file =
      files[kind] ?? Result { () throws(StorageError) in try OpenFile(path, for: .reading) }
    files[kind] = file
    let finding: String?
    do throws(StorageError) {
      let bytes = try file.get().read(range.count, at: range.lowerBound)
      let isSound = bytes.count == range.count && CRC32C.checksum(of: bytes) == block.checksum
      finding = isSound ? nil : "the checksum is wrong"
    } catch {
      finding = "\(error)"
    }
    return finding.map {
      IndexDamage(path: path, section: kind, range: range, finding: $0, repair: archive.rebuildCommand)
    }
  }

  private func joined(_ damages: [IndexDamage]) -> [IndexDamage] {
    damages.reduce(into: []) { joined, damage in
      guard let last = joined.last, last.section == damage.section, last.finding == damage.finding,
        last.range.upperBound == damage.range.lowerBound
      else { return joined.append(damage) }
      joined[joined.count - 1] = IndexDamage(
        path: last.path, section: last.section, range: last.range.lowerBound..<damage.range.upperBound,
        finding: last.finding, repair: last.repair)
    }
  }
}
