// The keys of namespaces, and of the lines that choose among them.

extension ConfigLanguage {
  static let namespace = ConfigSchema.mapping(namespaceKeys + RuleKeys.keys)

  private static let namespaceKeys: [ConfigSchema.Key] = [
    .init("name", .text(.dnsLabel), "The name of a single namespace."),
    .init("organization", .text(.any), formerName: "organisation", "The organization."),
    .init("project", .text(.any), "The project."),
    .init("domain", .text(.any), "The domain."),
    .init(
      "projects", .list(.text(.any)), example: "[flytesnacks]",
      "The projects; each has every domain."),
    .init("domains", .list(.text(.any)), example: "[development]", "The domains of the projects."),
  ]

  static let acceptance = ConfigSchema.mapping([
    .init(
      "finding", .text(.any), example: "audit/refused",
      "The finding: 'audit/refused' for pods that are refused, or 'audit/' with the name of a kind."
    ),
    .init("task", .oneOrMany(.text(.any)), "The tasks whose pods are refused."),
    .init(
      "template", .oneOrMany(.text(.dnsSubdomain)), "The PodTemplates that the line is for."),
    .init("organization", .oneOrMany(.text(.any)), "The organizations that the line is for."),
    .init("project", .oneOrMany(.text(.any)), "The projects that the line is for."),
    .init("domain", .oneOrMany(.text(.any)), "The domains that the line is for."),
    .init("namespace", .oneOrMany(.text(.dnsLabel)), "The namespaces that the line is for."),
    .init("reason", .text(.free), example: "they move in Q1", "Why you live with it."),
    .init(
      "until", .text(.day),
      "The last day on which the line holds; audit then reports it."),
  ])

  static let assign = ConfigSchema.mapping([
    .init(
      "organization", .oneOrMany(.text(.any)), formerName: "organisation",
      "The organizations that the line matches."),
    .init("project", .oneOrMany(.text(.any)), "The projects that the line matches."),
    .init("domain", .oneOrMany(.text(.any)), "The domains that the line matches."),
    .init("namespace", .oneOrMany(.text(.dnsLabel)), "The namespaces that the line matches."),
    .init(
      "profile", .oneOrMany(.text(.profileName)),
      "The profile, or several: later ones override earlier ones."
    ),
    .init(
      "templates", .named(.dnsSubdomain, .oneOrMany(.text(.profileName))),
      "Named templates: the namespace's profile with these profiles applied on top."),
  ])
}
