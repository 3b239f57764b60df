import Explorer
import Foundation
import Logging
import Relevance
import Storage
import TerminalUI
import TestSupport
import Testing

@testable import assay

/// What is said when an item has nothing that could be opened.
@Suite struct OpeningItemsTests {
  private let folder: TemporaryFolder
  private let workspace: Workspace

  init() throws {
    folder = try TemporaryFolder()
    let shop = folder.path("shop")
    try FileManager.default.copyItem(at: Shop.original, to: folder.url("shop"))
    let encoder = HashingEncoder(dimensions: [8])
    try Indexing(settings: .current, isStrict: false, isQuiet: true)
      .run(shop, output: folder.path("index"), roles: RoleDeclaration(), encoder: encoder)
    workspace = try Workspace(
      archive: IndexArchive(folder.path("index")), encoder: encoder, catalogue: shop, attention: nil)
  }

  private func answer(_ item: DocumentID, picture: String?, command: [String] = ["true"]) -> Action {
    let sharing = Sharing(
      settings: Settings(environment: [:]), command: command, exportFolder: folder.path(""),
      logger: Logger(label: "test"))
    let request = OpenRequest(item: item, picture: picture.map { PictureID($0) })
    return sharing.open(request, of: workspace) { _ in }
  }

  @Test func saysWhatIsMissingAndWhatWouldBeOpened() {
    #expect(
      answer("p0001", picture: nil)
        == .notice("p0001 has neither a picture to open nor an address; one in a field such as url would do"))
    #expect(
      answer("p0001", picture: "images/gone.jpg")
        == .notice(
          "p0001: picture 'images/gone.jpg' is not there, nor an address; one in a field such as url would do"
        ))
  }

  @Test func saysThatNoProgramIsSet() {
    #expect(
      answer("p0001", picture: "images/p0001.jpg", command: [])
        == .warning("no program is set; set open in config.toml"))
  }

  @Test func aCatalogueThatIsGoneIsNamedWithWhatToDo() {
    let request = OpenRequest(item: "p0001", picture: PictureID("images/p0001.jpg"))
    #expect(
      OpenedItem.absence(of: request, pictures: nil)
        == "p0001: its picture can't be opened: the catalogue's folder is not there; name it with --catalog")
  }
}
