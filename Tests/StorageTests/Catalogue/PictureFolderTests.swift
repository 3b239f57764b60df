import Foundation
import Storage
import TestSupport
import Testing

@Suite struct PictureFolderTests {
  private let outer: ScratchFolder
  private let pictures: PictureFolder

  init() throws {
    outer = try ScratchFolder()
    try outer.write("shop/images/a.jpg", "a")
    try outer.write("shop-secret/b.jpg", "b")
    for (link, target) in [
      ("shop/inside.jpg", "images/a.jpg"), ("shop/outside.jpg", "../shop-secret/b.jpg"),
      ("shop/way", "../shop-secret"), ("shop/broken.jpg", "nowhere"),
    ] {
      try FileManager.default.createSymbolicLink(atPath: outer(link), withDestinationPath: target)
    }
    pictures = try PictureFolder(outer("shop"))
  }

  @Test(arguments: ["images/a.jpg", "./images/a.jpg", "inside.jpg", "images//a.jpg"])
  func findsPicturesInside(reference: String) {
    #expect(pictures.locate(reference) == .file(outer("shop/images/a.jpg")))
  }

  @Test(arguments: [
    "/etc/passwd", "../shop-secret/b.jpg", "images/../../shop-secret/b.jpg", "outside.jpg", "way/b.jpg",
    "file:///etc/passwd", "images", "missing.jpg", "broken.jpg", "..", "", "ftp://host/a.jpg",
  ])
  func refusesEverythingElse(reference: String) {
    guard case .refused(let reason) = pictures.locate(reference) else {
      Issue.record("\(reference): \(pictures.locate(reference))")
      return
    }
    #expect(reason.contains("'\(reference)'"))
  }

  @Test func addressesAreNotOpened() {
    #expect(pictures.locate("https://host/a.jpg") == .remote("https://host/a.jpg"))
    #expect(pictures.locate("//host/a.jpg") == .remote("//host/a.jpg"))
  }

  @Test func theFolderMustBeThere() {
    #expect(throws: StorageError.self) { try PictureFolder(outer("gone")) }
  }
}
