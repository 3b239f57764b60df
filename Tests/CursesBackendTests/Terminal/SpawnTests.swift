import CTerminal
import Glibc
import Testing

@Suite struct SpawnTests {
  private func spawn(_ path: String, _ arguments: [String]) -> (code: Int32, child: assay_pty_child) {
    let texts = ([path] + arguments).map { strdup($0) } + [nil]
    let environment = [strdup("PATH=/usr/bin:/bin"), nil]
    defer { (texts + environment).forEach { free($0) } }
    var child = assay_pty_child()
    let size = assay_window_size(columns: 91, rows: 17, pixel_width: 819, pixel_height: 323)
    return (assay_spawn_in_pty(path, texts, environment, size, &child), child)
  }

  @Test func theProgramOwnsATerminalOfThatSize() {
    let (code, child) = spawn("/bin/sh", ["-c", "stty size; test -t 0 && test -t 2 && echo here > /dev/tty"])
    #expect(code == 0)
    defer { close(child.controller) }
    var text = ""
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      // EIO says that the last of the program's descriptors is closed.
      let count = read(child.controller, &buffer, buffer.count)
      guard count > 0 else { break }
      text += String(decoding: buffer.prefix(count), as: UTF8.self)
    }
    var status: Int32 = 0
    #expect(waitpid(child.pid, &status, 0) == child.pid)
    #expect(text == "17 91\r\nhere\r\n")
    #expect(assay_get_window_size(child.controller).pixel_width == 819)
  }

  @Test func aMissingProgramIsReported() {
    #expect(spawn("/no/such/program", []).code == ENOENT)
  }
}
