import Storage
import Testing

@Suite struct UserFolderTests {
  @Test(arguments: [
    (UserFolder.data, "XDG_DATA_HOME", "/home/ann/.local/share"),
    (.cache, "XDG_CACHE_HOME", "/home/ann/.cache"),
    (.configuration, "XDG_CONFIG_HOME", "/home/ann/.config"),
    (.state, "XDG_STATE_HOME", "/home/ann/.local/state"),
  ])
  func theVariableComesBeforeTheCustomaryPlace(folder: UserFolder, variable: String, customary: String) {
    #expect(folder.path(in: ["HOME": "/home/ann"]) == customary)
    #expect(folder.path(in: ["HOME": "/home/ann", variable: "/else"]) == "/else")
    #expect(folder.path(in: ["HOME": "/home/ann", variable: "not/absolute"]) == customary)
    #expect(folder.path(in: [variable: "/else"]) == "/else")
    #expect(folder.path(in: [:]) == nil && folder.path(in: ["HOME": ""]) == nil)
    #expect(folder.path(inHome: "/home/ann") == customary)
  }
}
