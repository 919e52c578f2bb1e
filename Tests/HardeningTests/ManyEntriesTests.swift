import Flyte
import Model
import TestSupport
import Testing
import Values

@testable import Hardening

/// Profiles with hundreds of entries. `make bench` shows that time grows with their number, not its square.
struct ManyEntriesTests {
  private func variables(_ prefix: String, _ count: Int) -> TreeLiteral {
    [
      "env": .list(
        (0..<count).map { ["name": .string("\(prefix)\($0)"), "value": "x"] })
    ]
  }

  private func findings(_ version: String, _ profile: Profile) throws -> [ReachFinding] {
    let cluster = try sampleCluster(version, [profile])
    return UncarriedSearch(cluster: cluster, behaviors: cluster.flyte.release.behaviors)
      .findings(of: profile)
  }

  @Test(arguments: ["v1.9.2", "v1.16.8"])
  func variablesOfAllSectionsAreFound(version: String) throws {
    func sample(_ count: Int) -> Profile {
      profile(
        containers: variables("A", count), primary: variables("B", count),
        initContainers: variables("C", count))
    }
    let few = try findings(version, sample(2)).map(\.message)
    #expect(try findings(version, sample(400)).map(\.message) == few)
  }

  @Test func containersOfTheProfilesOwnAreFound() throws {
    func own(_ count: Int) -> Profile {
      profile(pod: [
        "initContainers": .list(
          (0..<count).map { ["name": .string("i\($0)"), "image": "x:1"] })
      ])
    }
    let found = try findings("v1.14.0", own(200))
    #expect(found.count == 200)
    #expect(Set(found.map(\.hint)) == Set(try findings("v1.14.0", own(1)).map(\.hint)))
    #expect(try findings("v1.9.2", own(200)).isEmpty)
  }

  /// Amounts of a hundred resources, in sections one over the other.
  @Test func keysOfAMapAreFound() throws {
    func limits(_ count: Int) -> TreeLiteral {
      [
        "resources": [
          "limits": .mapping((0..<count).map { ("example.com/a\($0)", "1") })
        ]
      ]
    }
    func sample(_ count: Int) -> Profile {
      profile(
        containers: limits(count), primary: limits(count), initContainers: limits(count),
        copilot: limits(count))
    }
    let few = try findings("v1.16.8", sample(2)).map(\.id)
    #expect(Set(try findings("v1.16.8", sample(100)).map(\.id)) == Set(few))
  }
}
