namespace Sovia.Storage;

/// <summary>
/// A data-protection key for forms and cookies, shared by all sites on the database. Keys belong to no library, because every visitor
/// gets the same keys. The table has a tenant column like all others; keys are stored under the default library, as in earlier versions.
/// </summary>
/// <param name="Id">The key's name, given by the framework.</param>
/// <param name="Xml">The key as serialized by the framework.</param>
public sealed record ProtectionKey(string Id, string Xml);
