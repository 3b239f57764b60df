import Glibc

/// An open file or folder; closed when the last reference goes.
final class OpenFile: Sendable {
  /// What the file is opened for.
  enum Purpose {
    case reading
    /// For a new file, which must not exist yet.
    case creating
    /// For a new file of which parts are written through memory.
    case mapping
    /// For a device or a pipe, which has no content to keep.
    case streaming
    /// For adding at the end, whatever other processes add meanwhile; created when missing.
    case appending
    /// The same for a file that only its owner may read.
    case keeping

    var flags: CInt {
      switch self {
      case .reading: O_RDONLY | O_CLOEXEC
      case .creating: O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC
      case .mapping: O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC
      case .streaming: O_WRONLY | O_CLOEXEC
      case .appending, .keeping: O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC
      }
    }

    /// Who may read a file that is made, as far as the process's mask lets them.
    var mode: mode_t {
      if case .keeping = self { 0o600 } else { 0o644 }
    }
  }

  let path: String
  let descriptor: CInt

  init(_ path: String, for purpose: Purpose) throws(StorageError) {
    do {
      descriptor = try SystemError.check { open(path, purpose.flags, purpose.mode) }
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
    try read(UInt8.self, count: count, at: offset)
  }

  /// Reads at most `count` elements as they lie in memory, from the byte `offset`; fewer only at the end of the file.
  func read<Element: BitwiseCopyable>(
    _ type: Element.Type, count: Int, at offset: Int
  ) throws(StorageError) -> [Element] {
    var failure: SystemError?
    let elements = [Element](unsafeUninitializedCapacity: count) { buffer, initialized in
      let bytes = UnsafeMutableRawBufferPointer(buffer)
      do throws(SystemError) {
        let filled = try fill(bytes, from: offset)
        initialized = filled / MemoryLayout<Element>.stride
      } catch {
        failure = error
      }
    }
    if let failure { throw .reading(path, failure) }
    return elements
  }

  /// Reads into memory from `offset` until it is full or the file ends.
  /// - Returns: how many bytes were read.
  func read(into bytes: UnsafeMutableRawBufferPointer, at offset: Int) throws(StorageError) -> Int {
    do {
      return try fill(bytes, from: offset)
    } catch {
      throw .reading(path, error)
    }
  }

  private func fill(_ bytes: UnsafeMutableRawBufferPointer, from offset: Int) throws(SystemError) -> Int {
    var filled = 0
    while filled < bytes.count {
      let rest = UnsafeMutableRawBufferPointer(rebasing: bytes[filled...])
      let got = try SystemError.check { pread(descriptor, rest.baseAddress, rest.count, offset + filled) }
      if got == 0 { break }
      filled += got
    }
    return filled
  }

  /// Writes all elements as they lie in memory; after an error (a full disk) a part may have been written.
  func write<Element: BitwiseCopyable>(_ elements: [Element]) throws(StorageError) {
    let failure = elements.withUnsafeBytes { bytes -> StorageError? in
      do throws(StorageError) {
        try write(bytes: bytes)
        return nil
      } catch {
        return error
      }
    }
    if let failure { throw failure }
  }

  /// Writes all bytes; after an error (a full disk) a part may have been written.
  func write(bytes: UnsafeRawBufferPointer) throws(StorageError) {
    var rest = bytes
    do throws(SystemError) {
      while !rest.isEmpty {
        let written = try SystemError.check { Glibc.write(descriptor, rest.baseAddress, rest.count) }
        rest = UnsafeRawBufferPointer(rebasing: rest[written...])
      }
    } catch {
      throw .writing(path, error)
    }
  }

  /// Makes the file `size` bytes of zeros whose place on the disk is certain.
  func reserve(_ size: Int) throws(StorageError) {
    let code = size == 0 ? 0 : posix_fallocate(descriptor, 0, size)
    if code != 0 { throw .writing(path, SystemError(code: code)) }
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

  /// Whether the path still leads to this file, and not to one that took its name.
  var isAtItsPath: Bool {
    var (own, named) = (stat(), stat())
    return fstat(descriptor, &own) == 0 && stat(path, &named) == 0 && own.st_dev == named.st_dev
      && own.st_ino == named.st_ino
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

  /// Takes the file's advisory lock, which closing the file gives back.
  /// - Parameters:
  ///   - waiting: whether to wait while somebody else holds it.
  ///   - shared: whether others may hold it too, as readers do.
  /// - Returns: whether the lock was taken.
  /// - Throws: `StorageError` when the file system has no locks.
  @discardableResult func lock(waiting: Bool, shared: Bool = false) throws(StorageError) -> Bool {
    do {
      try SystemError.check {
        flock(descriptor, (shared ? LOCK_SH : LOCK_EX) | (waiting ? 0 : LOCK_NB))
      }
      return true
    } catch {
      if error.code == EWOULDBLOCK { return false }
      throw .writing(path, error)
    }
  }
}
