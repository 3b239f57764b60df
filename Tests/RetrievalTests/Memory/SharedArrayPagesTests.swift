import Glibc
import TestSupport
import Testing

@testable import Retrieval

@Suite struct SharedArrayPagesTests {
  @Test("Pages of a file that is in memory cost their first reader nothing once they are entered")
  func entersWhatIsResident() throws {
    let file = try MappedFile(bytes: 32 << 20)
    #expect(file.faultsOfReading(0..<file.bytes / 2) > 64)
    file.array.enterResidentPages(shouldStop: { false })
    #expect(file.faultsOfReading(0..<file.bytes) < 8)
    #expect(file.array[file.bytes - 1] == 1)
  }

  @Test func stopsBetweenPieces() throws {
    let file = try MappedFile(bytes: 32 << 20)
    var questions = 0
    file.array.enterResidentPages(shouldStop: {
      questions += 1
      return questions > 2
    })
    #expect(file.faultsOfReading(0..<8 << 20) < 8)
    #expect(file.faultsOfReading(8 << 20..<file.bytes) > 64)
  }

  @Test("What is not in memory stays on the disk")
  func readsNothing() throws {
    let file = try MappedFile(bytes: 8 << 20)
    guard file.isDropped() else { return }  // a file system in memory, or pages that somebody else holds
    file.array.enterResidentPages(shouldStop: { false })
    #expect(file.isDropped())
  }

  @Test func leavesOtherMemoryAlone() {
    let numbers = SharedArray((0..<3_000_000).map(Int32.init))
    numbers.enterResidentPages(shouldStop: { false })
    #expect(numbers[2_999_999] == 2_999_999)
    SharedArray<Int32>([]).enterResidentPages(shouldStop: { false })
  }
}

/// A file of ones, mapped.
private struct MappedFile {
  private let folder: TemporaryFolder
  let bytes: Int
  let array: SharedArray<UInt8>

  init(bytes: Int) throws {
    folder = try TemporaryFolder()
    let descriptor = open(folder.path("pages"), O_RDWR | O_CREAT, 0o600)
    defer { close(descriptor) }
    // Page by page: what is written at once may be mapped at once.
    let ones = [UInt8](repeating: 1, count: 4096)
    let written = (0..<bytes / 4096).reduce(0) { written, _ in written + write(descriptor, ones, 4096) }
    try #require(written == bytes)
    let memory = UnsafeRawBufferPointer(
      start: mmap(nil, bytes, PROT_READ, MAP_SHARED, descriptor, 0), count: bytes)
    self.bytes = bytes
    array = SharedArray(memory.bindMemory(to: UInt8.self), owner: Region(memory))
  }

  /// Asks the system to drop the file from memory; whether none of it is there.
  func isDropped() -> Bool {
    let descriptor = open(folder.path("pages"), O_RDONLY)
    defer { close(descriptor) }
    fsync(descriptor)
    posix_fadvise(descriptor, 0, 0, POSIX_FADV_DONTNEED)
    var isResident = [UInt8](repeating: 1, count: bytes / 4096)
    return array.withUnsafeBufferPointer { memory in
      mincore(UnsafeMutableRawPointer(mutating: memory.baseAddress), bytes, &isResident) == 0
        && isResident.allSatisfy { $0 & 1 == 0 }
    }
  }

  /// How many page faults this thread has while it reads a byte of every page.
  func faultsOfReading(_ range: Range<Int>) -> Int {
    let before = Self.faults
    let sum = array.withUnsafeBufferPointer { memory in
      stride(from: range.lowerBound, to: range.upperBound, by: 4096).reduce(0) { $0 + Int(memory[$1]) }
    }
    #expect(sum == range.count / 4096)
    return Self.faults - before
  }

  private static var faults: Int {
    var usage = rusage()
    getrusage(__rusage_who_t(1), &usage)  // RUSAGE_THREAD, a GNU extension
    return Int(usage.ru_minflt)
  }
}

/// Unmaps a region when the last array lets go of it.
private final class Region: Sendable {
  // Only ever unmapped.
  nonisolated(unsafe) private let memory: UnsafeRawBufferPointer

  init(_ memory: UnsafeRawBufferPointer) { self.memory = memory }

  deinit { munmap(UnsafeMutableRawPointer(mutating: memory.baseAddress), memory.count) }
}
