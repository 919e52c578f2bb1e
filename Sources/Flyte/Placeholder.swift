/// stub
public struct Release: Sendable, Hashable { public let name: String; public var behaviours: Behaviours { Behaviours() }; public init(name: String) { self.name = name } }
public struct Behaviours: Sendable, Hashable {
  public init() {}
  public var facts: [(name: String, value: String)] { [] }
  public var mergesInitTemplates: Bool { true }
  public var ignoresTemplates: Bool { false }
  public var readsCopilotSecurityContext: Bool { false }
  public func applying(_ remedy: Remedy) -> Behaviours { self }
}
public enum Remedy: String, CaseIterable, Sendable { case initContainerTemplates = "init-container-templates", copilotSecurityContext = "copilot-security-context" }
