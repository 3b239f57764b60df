import Explorer
import Glibc
import Relevance
import Storage
import Synchronization
import TerminalUI
import TestSupport
import Testing

@testable import assay

@Suite struct OpenedItemTests {
  private func target(
    _ fields: [(String, String)], picture: String? = nil, in folder: PictureFolder? = nil
  ) -> String? {
    OpenedItem(
      OpenRequest(item: DocumentID("p1"), picture: picture.map { PictureID($0) }),
      fields: fields.map { ItemField(name: $0.0, value: $0.1) }, pictures: folder)?.target
  }

  @Test func theAddressOfTheItemComesBeforeOthers() {
    let fields = [("image", "https://x/p.jpg"), ("vendor", "https://v"), ("meta.URL", "https://x/p1")]
    #expect(target(fields) == "https://x/p1")
    #expect(target(Array(fields.prefix(2))) == "https://v")
    #expect(target([("image", "https://x/p.jpg?w=3")]) == nil)
    #expect(target([("url", "javascript:alert(1)")]) == nil)
    #expect(target([("url", "file:///etc/passwd")]) == nil)
    #expect(target([("url", "https://x/a b")]) == nil)
    #expect(target([("url", "--version")]) == nil)
  }

  @Test func withoutAnAddressThePictureIsOpenedIfItLiesInTheCatalogue() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("x", to: "shop/a.jpg")
    try folder.write("x", to: "secret.jpg")
    let pictures = try PictureFolder(folder.path("shop"))
    #expect(target([], picture: "a.jpg", in: pictures) == path)
    #expect(target([], picture: "../secret.jpg", in: pictures) == nil)
    #expect(target([], picture: "https://x/a.jpg", in: pictures) == "https://x/a.jpg")
    #expect(target([], picture: "a.jpg") == nil)
  }
}

@Suite struct ProgramLaunchTests {
  private let environment = ["PATH": "/usr/bin:/bin"]

  @Test func argumentsAreHandedOverAsTheyAre() throws {
    let folder = try TemporaryFolder()
    let output = folder.path("seen")
    let hostile = "https://x/$(touch \(folder.path("owned")));'\"&|{}"
    let launch = ProgramLaunch(
      command: ["/bin/sh", "-c", "printf %s \"$1\" > \"$0.part\"; mv \"$0.part\" \"$0\"", output, "{}"],
      environment: environment)
    #expect(launch.start(opening: hostile, failed: { _ in }) == nil)
    try wait(for: "the program's file") { access(output, F_OK) == 0 }
    #expect(try folder.read("seen") == hostile)
    #expect(access(folder.path("owned"), F_OK) != 0)
  }

  @Test func aProgramThatIsNotThereIsNamedWithWhatToDo() {
    let launch = ProgramLaunch(command: ["no-such-program-here", "{}"], environment: environment)
    let reason = launch.start(opening: "https://x", failed: { _ in })
    #expect(
      reason == "no-such-program-here was not found; set open in config.toml to a program that is here")
  }

  @Test func aProgramThatFailsIsReported() throws {
    let told = Told()
    let launch = ProgramLaunch(command: ["/bin/sh", "-c", "exit 3"], environment: environment)
    #expect(launch.start(opening: "https://x", failed: { told.tell($0) }) == nil)
    try wait(for: "the failure") { told.count == 1 }
    #expect(told.last == "/bin/sh ended with 3 and may have opened nothing")
  }

  private final class Told: Sendable {
    private let reasons = Mutex<[String]>([])

    func tell(_ reason: String) { reasons.withLock { $0.append(reason) } }
    var count: Int { reasons.withLock(\.count) }
    var last: String? { reasons.withLock(\.last) }
  }
}
