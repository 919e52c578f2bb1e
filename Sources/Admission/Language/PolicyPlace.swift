public import PodAPI

/// A field of a pod as a policy names it; its name and all above it are checked against the Pod API.
public struct PolicyPlace: Sendable, Hashable {
  /// The start of a path.
  public enum Root: String, Sendable, Hashable {
    /// The pod: `object`.
    case pod = "object"
    /// The container that a condition or a step is about: `c`.
    case container = "c"

    /// The Go type that stands for it; of a pod, a template has what policies read.
    var type: String { self == .pod ? "PodTemplateSpec" : "Container" }
  }

  /// Its start.
  public let root: Root
  /// The fields, from the root down.
  public let fields: [FieldName]
  /// The type of the last field.
  public let kind: PodSchema.Kind

  /// A place by the names of its fields; nil if the Pod API has no such field.
  public init?(_ root: Root, fields names: [FieldName]) {
    let schema = PodSchema.shipped
    guard let position = schema.position(of: root.type), !names.isEmpty else { return nil }
    var kind = PodSchema.Kind.object(position)
    for name in names {
      guard case .object(let position) = kind, let field = schema.types[position][name] else {
        return nil
      }
      kind = field.kind
    }
    self.root = root
    fields = names
    self.kind = kind
  }

  /// A place that the Pod API is known to have; a misspelling is a bug and stops the program.
  public init(known root: Root, _ names: FieldName...) {
    guard let place = PolicyPlace(root, fields: names) else {
      preconditionFailure("the Pod API has no \(names.map(\.text))")
    }
    self = place
  }

  /// The place of a field below this one; nil if the Pod API has no such field.
  public func below(_ name: FieldName) -> PolicyPlace? {
    PolicyPlace(root, fields: fields + [name])
  }

  /// The place of a field below this one that the Pod API is known to have.
  func known(_ name: FieldName) -> PolicyPlace {
    guard let place = below(name) else {
      preconditionFailure("the Pod API has no \(name.text) there")
    }
    return place
  }

  /// The place as CEL reads it, `c.securityContext.runAsUser`.
  public var text: String { ([root.rawValue] + fields.map(\.text)).joined(separator: ".") }

  /// The places that may be missing on the way to this one, itself included: all but those that every
  /// pod or container has.
  var optional: [PolicyPlace] {
    fields.indices.compactMap { index in
      let path = Array(fields[...index])
      if root == .pod, path == [.spec] || path == [.metadata] || path == [.spec, .containers] {
        return nil
      }
      if root == .container, path == [.name] || path == [.image] { return nil }
      return PolicyPlace(root, fields: path)
    }
  }
}

extension PolicyPlace {
  /// The security context of the pod.
  public static let podContext = PolicyPlace(known: .pod, .spec, .securityContext)
  /// The security context of the container.
  public static let context = PolicyPlace(known: .container, .securityContext)
  /// The capabilities of the container.
  public static let capabilities = PolicyPlace(known: .container, .securityContext, .capabilities)
  /// The name of the container.
  public static let containerName = PolicyPlace(known: .container, .name)
  /// The image of the container.
  public static let image = PolicyPlace(known: .container, .image)
  /// The labels of the pod.
  public static let labels = PolicyPlace(known: .pod, .metadata, .labels)
  /// The annotations of the pod.
  public static let annotations = PolicyPlace(known: .pod, .metadata, .annotations)
}
