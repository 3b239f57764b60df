import Glibc

/// An open file or folder; closed when the last reference goes.
final class OpenFile: Sendable {
  /// What the file is opened for.
  enum Purpose {
    case reading
    /// For a new file, which must not exist yet.
    case creating
    /// For adding at the end, whatever other processes add meanwhile; created when missing.
    case appending

    var flags: CInt {
      switch self {
      case .reading: O_RDONLY | O_CLOEXEC
      case .creating: O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC
      case .appending: O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC
      }
    }
  }

  let path: String
  private let descriptor: CInt

  init(_ path: String, for purpose: Purpose) throws(StorageError) {
    do {
      descriptor = try SystemError.check { open(path, purpose.flags, 0o644 as mode_t) }
    } catch {
      if case .reading = purpose { throw .reading(path, error) }
      throw .writing(path, error)
    }
    self.path = path
  }

  deinit { close(descriptor) }

  /// The size in bytes.
  func size() throws(StorageError) -> Int {
    var status = stat()
    do {
      try SystemError.check { fstat(descriptor, &status) }
    } catch {
      throw .reading(path, error)
    }
    return Int(status.st_size)
  }

  /// Reads at most `count` bytes from `offset`; fewer only at the end of the file.
  func read(_ count: Int, at offset: Int) throws(StorageError) -> [UInt8] {
    do {
      return try Self.fill(count) { (rest, filled) throws(SystemError) in
        try SystemError.check { pread(descriptor, rest.baseAddress, rest.count, offset + filled) }
      }
    } catch {
      throw .reading(path, error)
    }
  }

  private static func fill(
    _ count: Int, from read: (UnsafeMutableRawBufferPointer, Int) throws(SystemError) -> Int
  ) throws(SystemError) -> [UInt8] {
    var failure: SystemError?
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        do throws(SystemError) {
          let got = try read(
            UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[filled...]), filled)
          if got == 0 { return }
          filled += got
        } catch {
          failure = error
          return
        }
      }
    }
    if let failure { throw failure }
    return bytes
  }

  /// Writes all bytes; a short write (a full disk) is an error and may leave a part behind.
  func write(_ bytes: UnsafeRawBufferPointer) throws(StorageError) {
    var rest = bytes
    do {
      while !rest.isEmpty {
        let written = try SystemError.check { Glibc.write(descriptor, rest.baseAddress, rest.count) }
        rest = UnsafeRawBufferPointer(rebasing: rest[written...])
      }
    } catch {
      throw .writing(path, error)
    }
  }

  /// Writes in a single call, so that no other writer's bytes can come between; a short write is an error.
  func writeAtOnce(_ bytes: [UInt8]) throws(StorageError) {
    do throws(SystemError) {
      let written = try SystemError.check { Glibc.write(descriptor, bytes, bytes.count) }
      guard written == bytes.count else {
        throw SystemError(code: ENOSPC)
      }
    } catch {
      throw .writing(path, error)
    }
  }

  /// Cuts the file, or fills it with zeros, to `size` bytes.
  func truncate(to size: Int) throws(StorageError) {
    do {
      try SystemError.check { ftruncate(descriptor, size) }
    } catch {
      throw .writing(path, error)
    }
  }

  /// Waits until everything written is on the disk.
  func sync() throws(StorageError) {
    do {
      try SystemError.check { fsync(descriptor) }
    } catch {
      throw .writing(path, error)
    }
  }

  /// Runs `body` while this process holds the file's advisory lock, waiting for it as long as others hold it.
  func withLock<Result>(_ body: () throws(StorageError) -> Result) throws(StorageError) -> Result {
    do {
      try SystemError.check { flock(descriptor, LOCK_EX) }
    } catch {
      throw .writing(path, error)
    }
    defer { flock(descriptor, LOCK_UN) }
    return try body()
  }
}
