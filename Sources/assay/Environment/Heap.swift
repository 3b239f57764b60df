internal import Glibc

/// The C library's allocator, told what a long session needs of it.
///
/// By GNU's extensions, which Swift's view of the C library lacks; other allocators have none and need none.
enum Heap {
  // malloc.h: int mallopt(int param, int val)
  private static let option = dlsym(nil, "mallopt").map {
    unsafeBitCast($0, to: (@convention(c) (CInt, CInt) -> CInt).self)
  }
  // malloc.h: int malloc_trim(size_t pad)
  private static let trim = dlsym(nil, "malloc_trim").map {
    unsafeBitCast($0, to: (@convention(c) (Int) -> CInt).self)
  }
  // malloc.h: M_ARENA_MAX
  private static let mostArenas: CInt = -8

  /// Makes all threads share one heap; to be called before there are others.
  ///
  /// Otherwise each has its own, and what was freed in one is of no use to another: rankings, exports and pictures come
  /// from many threads, and after ten minutes of work a session held 63 MiB instead of 28.
  static func shareAmongThreads() {
    _ = option?(mostArenas, 1)
  }

  /// Gives the system back what was freed.
  static func giveBack() {
    _ = trim?(0)
  }
}
